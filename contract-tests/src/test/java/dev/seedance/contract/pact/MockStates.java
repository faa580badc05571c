package dev.seedance.contract.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.junitsupport.State;
import dev.seedance.contract.exchange.Calls;
import dev.seedance.contract.exchange.Calls.Answer;
import java.util.Map;

/**
 * The table of provider states, and the calls of the control plane that lead to each. Time stands
 * still in the sandbox, and everything in it is made by calls.
 */
public final class MockStates {

  private static final String ASSETS = "/v1/videos/doubao-seedance-2-0/private-avatar";

  private final Calls calls;

  MockStates(Calls calls) {
    this.calls = calls;
  }

  @State(States.QUEUED)
  Map<String, String> queued(Map<String, String> with) {
    return task(with, "realistic", "");
  }

  @State(States.IN_PROGRESS)
  Map<String, String> inProgress(Map<String, String> with) {
    return started(task(with, "realistic", ""));
  }

  @State(States.COMPLETED)
  Map<String, String> completed(Map<String, String> with) {
    return task(with, "instant", "");
  }

  @State(States.COMPLETED_WITH_LAST_FRAME)
  Map<String, String> completedWithLastFrame(Map<String, String> with) {
    return task(with, "instant", ",\"return_last_frame\":true");
  }

  @State(States.COMPLETED_TWICE)
  Map<String, String> completedTwice(Map<String, String> with) {
    return task(with, "instant", ",\"count\":2");
  }

  @State(States.FAILED)
  Map<String, String> failed(Map<String, String> with) {
    Map<String, String> task = task(with, "realistic", "");
    calls.post("/_mock/tasks/" + task.get(States.TASK_ID) + "/outcome", "{\"status\":\"failed\"}");
    return task;
  }

  @State(States.SETTLED)
  Map<String, String> settled(Map<String, String> with) {
    withBilling();
    return completed(with);
  }

  @State(States.REFUNDED)
  Map<String, String> refunded(Map<String, String> with) {
    withBilling();
    return failed(with);
  }

  private void withBilling() {
    calls.put("/_mock/revision", "{\"revision\":\"latest\"}");
  }

  @State(States.UNKNOWN_STATUS)
  Map<String, String> unknownStatus(Map<String, String> with) {
    return started(task(with, "unknown-status", ""));
  }

  @State(States.NO_WEBHOOK_SECRET)
  void noWebhookSecret() {
    calls.put("/_mock/webhooks", "{\"enabled\":false}");
  }

  @State(States.SOME_MONEY)
  void someMoney() {
    calls.put("/_mock/balance", "{\"remaining\":41.5}");
  }

  @State(States.NO_MONEY)
  void noMoney() {
    calls.put("/_mock/balance", "{\"remaining\":0}");
  }

  @State(States.POLICY)
  void policy() {
    refuse("submit", 422, "content_policy_violation", "invalid_request_error");
  }

  @State(States.TOO_MANY_SUBMITS)
  void tooManySubmits() {
    refuse("submit", 429, "rate_limit_exceeded", "rate_limit_error");
  }

  @State(States.SUBMITS_BREAK)
  void submitsBreak() {
    refuse("submit", 500, "internal_error", "api_error");
  }

  @State(States.NO_LIMITER_FOR_SUBMITS)
  void noLimiterForSubmits() {
    refuse("submit", 503, "rate_limit_unavailable", "api_error");
  }

  @State(States.TOO_MANY_QUERIES)
  void tooManyQueries(Map<String, String> with) {
    refuse("poll", 429, "rate_limit_exceeded", "rate_limit_error");
    task(with, "refusing", "");
  }

  @State(States.QUERIES_BREAK)
  void queriesBreak(Map<String, String> with) {
    refuse("poll", 500, "internal_error", "api_error");
    task(with, "refusing", "");
  }

  @State(States.NO_LIMITER_FOR_QUERIES)
  void noLimiterForQueries(Map<String, String> with) {
    refuse("poll", 503, "rate_limit_unavailable", "api_error");
    task(with, "refusing", "");
  }

  /** Does nothing: the mock always explains. */
  @State(States.EXPLAINS)
  void explains() {}

  @State(States.GROUP)
  Map<String, String> group() {
    Answer group = calls.post(ASSETS + "/groups", "{\"name\":\"Cast\"}");
    return Map.of(States.GROUP_ID, group.text("/data/group_id"));
  }

  @State(States.PROCESSING_ASSET)
  Map<String, String> processingAsset() {
    return asset("https://media.example.com/portrait.png");
  }

  @State(States.ACTIVE_ASSET)
  Map<String, String> activeAsset() {
    return processed(processingAsset());
  }

  @State(States.FAILED_ASSET)
  Map<String, String> failedAsset() {
    return processed(asset("https://media.example.com/portrait.png?mock:failed"));
  }

  private Map<String, String> task(Map<String, String> with, String scenario, String more) {
    Answer task =
        calls.submit(
            """
            {"model":"seedance-2","prompt":"[mock:%s] A lighthouse","client_business_id":"%s"%s}"""
                .formatted(scenario, with.get(States.BUSINESS_ID), more));
    assertThat(task.status()).isEqualTo(200);
    return Map.of(States.TASK_ID, task.text("/id"));
  }

  private Map<String, String> started(Map<String, String> task) {
    calls.post("/_mock/clock/advance-to-next", "");
    return task;
  }

  /**
   * Injects a refusal; without a wait, because Pact's HTTP client waits for that long and retries.
   */
  private void refuse(String on, int status, String code, String type) {
    Answer registered =
        calls.post(
            "/_mock/scenarios",
            """
            {"name":"refusing","match":{},"faults":[{"on":"%s","fault":{"kind":"refuse","status":%d,
             "code":"%s","type":"%s","message":"Refused for a pact.",
             "headers":{"Retry-After":"0"}}}]}"""
                .formatted(on, status, code, type));
    assertThat(registered.status()).isEqualTo(200);
  }

  private Map<String, String> asset(String source) {
    String group = group().get(States.GROUP_ID);
    Answer asset =
        calls.post(
            ASSETS + "/assets",
            """
            {"group_id":"%s","asset_type":"image","source_url":"%s"}"""
                .formatted(group, source));
    assertThat(asset.status()).isEqualTo(200);
    return Map.of(States.GROUP_ID, group, States.ASSET_ID, asset.text("/data/asset_id"));
  }

  private Map<String, String> processed(Map<String, String> asset) {
    calls.post("/_mock/clock/advance", "{\"by\":\"PT1H\"}");
    return asset;
  }
}
