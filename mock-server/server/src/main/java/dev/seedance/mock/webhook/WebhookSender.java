package dev.seedance.mock.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.mock.generation.TaskStore;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.time.RealTime;
import dev.seedance.spec.text.ShownText;
import io.micronaut.context.BeanProvider;
import io.micronaut.core.util.SupplierUtil;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Makes one attempt to deliver a webhook: signs it, sends it, and tells the result. */
@Singleton
final class WebhookSender {

  /** The part of a receiver's response that the log shows, in characters. */
  private static final int SHOWN_RESPONSE = 1_024;

  private static final List<String> WRONG_SECRETS = List.of("not the secret");

  private final Supplier<WebhookClient> client;
  private final BeanProvider<ObjectMapper> json;
  private final RealTime realTime;
  private final AttemptCounts counts;
  private final boolean sandboxTimestamps;

  WebhookSender(
      BeanProvider<WebhookClient> client,
      BeanProvider<ObjectMapper> json,
      RealTime realTime,
      AttemptCounts counts,
      OptionValues options) {
    this.client = SupplierUtil.memoized(client::get); // most servers never send a webhook
    this.json = json;
    this.realTime = realTime;
    this.counts = counts;
    this.sandboxTimestamps = options.get(MockOptions.CLOCK_START) != null;
  }

  /** Returns the body of an event. */
  String write(WebhookEvent event) {
    try {
      return json.get().writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event can always be written", e);
    }
  }

  /**
   * Attempts a delivery.
   *
   * @param now the sandbox's now
   */
  CompletableFuture<Attempt> send(
      Sandbox sandbox, Delivery delivery, WebhookSettings settings, Instant now, AttemptKind kind) {
    byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = headers(settings, delivery.id(), now, body, kind);
    headers.putAll(trace(sandbox, delivery));
    CompletableFuture<Reply> reply =
        settings.enabled()
            ? client.get().post(sandbox.id(), delivery.url(), headers, body)
            : CompletableFuture.completedFuture(Reply.failed("webhooks are switched off"));
    String at = now.toString();
    boolean planned = kind != AttemptKind.ON_DEMAND;
    return reply.thenApply(
        came -> {
          String shown = came.body() == null ? null : shown(came.body(), settings);
          var attempt = new Attempt(0, at, planned, headers, came.status(), shown, came.error());
          counts.add(attempt);
          return attempt;
        });
  }

  /** Returns the headers of the trace that the task was submitted in; none if there is none. */
  private static Map<String, String> trace(Sandbox sandbox, Delivery delivery) {
    return sandbox
        .get(TaskStore.class)
        .find(delivery.taskId())
        .map(task -> task.callback().trace())
        .map(trace -> trace.headersOfChild(sandbox.drawOf("span of " + delivery.nextAttempt())))
        .orElse(Map.of());
  }

  private static String shown(String body, WebhookSettings settings) {
    return ShownText.cut(settings.redact(body), SHOWN_RESPONSE);
  }

  private Map<String, String> headers(
      WebhookSettings settings, String id, Instant now, byte[] body, AttemptKind kind) {
    boolean bad = kind == AttemptKind.PLANNED_BADLY_SIGNED;
    List<String> secrets = bad ? WRONG_SECRETS : settings.secretsAt(now);
    long timestamp = (sandboxTimestamps ? now : realTime.instant()).getEpochSecond();
    var headers = new LinkedHashMap<String, String>();
    headers.put("User-Agent", "ToAPIs-Webhook/1.0");
    headers.put("Content-Type", "application/json");
    headers.put("X-ToAPIs-Webhook-Id", id);
    headers.put("X-ToAPIs-Webhook-Timestamp", Long.toString(timestamp));
    headers.put("X-ToAPIs-Webhook-Signature", Signature.header(secrets, id, timestamp, body));
    return headers;
  }
}
