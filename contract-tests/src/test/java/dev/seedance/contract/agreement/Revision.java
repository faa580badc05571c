package dev.seedance.contract.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.RequestCheck;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.error.BadRequestException;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.Violation;
import dev.seedance.contract.exchange.Calls;
import dev.seedance.contract.exchange.Calls.Answer;
import dev.seedance.contract.exchange.CheckedHttp;
import dev.seedance.mock.testkit.MockServer;
import java.util.List;

/** A revision of the contract, with every judge of requests under it. */
final class Revision implements AutoCloseable {

  private static final String ASSETS = "/v1/videos/doubao-seedance-2-0/private-avatar";

  private final String name;
  private final Rules rules;
  private final CheckedHttp http = CheckedHttp.ofAnswers();
  private final MockServer mock;
  private final Calls calls;
  private final SeedanceClient client;
  private final String asset;

  Revision(String name) {
    this.name = name;
    rules = new Rules(name);
    mock =
        MockServer.builder()
            .revision(name)
            .clock("frozen")
            .options("--balance", "unlimited")
            .start();
    calls = http.callsOf(mock.baseUrl(), mock.apiKey());
    client = http.clientOf(mock.baseUrl(), mock.apiKey()).requestCheck(RequestCheck.none()).build();
    asset = newAsset();
  }

  Rules rules() {
    return rules;
  }

  /** Returns the request with an asset of this sandbox. */
  String localized(String body) {
    return body.replace(Field.ASSET, asset);
  }

  /** Returns the rules for which the mock refuses a request; empty if it accepts. */
  List<String> refusals(String body) {
    Answer answer = calls.submit(body);
    assertThat(answer.status()).as("status of %s", body).isIn(200, 400);
    return answer.body().at("/error/violations").findValuesAsText("rule");
  }

  /** Returns the same for a request in our client's model; the client reads the response too. */
  List<String> refusals(GenerationRequest request) {
    try {
      GenerationTask task = client.submit(request);
      assertThat(task.getModel()).isNotBlank();
      assertThat(task.getStatus()).isNotBlank();
      return List.of();
    } catch (BadRequestException refusal) {
      assertThat(refusal.code()).contains("invalid_request");
      return refusal.violations().stream().map(Violation::getRule).toList();
    } finally {
      http.requireConforming();
    }
  }

  @Override
  public void close() {
    mock.close();
  }

  @Override
  public String toString() {
    return name;
  }

  private String newAsset() {
    String group = calls.post(ASSETS + "/groups", "{\"name\":\"g\"}").text("/data/group_id");
    return calls
        .post(
            ASSETS + "/assets",
            """
            {"group_id":"%s","asset_type":"image","source_url":"https://media.example.com/1.png"}"""
                .formatted(group))
        .text("/data/asset_id");
  }
}
