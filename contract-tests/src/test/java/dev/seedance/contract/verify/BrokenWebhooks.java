package dev.seedance.contract.verify;

import static dev.seedance.contract.verify.BrokenServer.webhooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.contract.verify.Breakage.Message;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Servers with faults in webhooks. Those that are changed before they are signed carry a right
 * signature.
 */
final class BrokenWebhooks {

  private static final String ID = "X-ToAPIs-Webhook-Id";
  private static final String TIMESTAMP = "X-ToAPIs-Webhook-Timestamp";
  private static final String SIGNATURE = "X-ToAPIs-Webhook-Signature";

  private BrokenWebhooks() {}

  static List<BrokenServer> events() {
    return Stream.of(signatures(), headers(), bodies()).flatMap(List::stream).toList();
  }

  private static List<BrokenServer> signatures() {
    return List.of(
        webhooks(
            "signs the parsed body",
            sent(event -> event.body(event.json().toPrettyString())),
            "webhooks.signature",
            "webhooks.failed-signature"),
        webhooks(
            "signs in capitals",
            sent(
                event ->
                    event.header(
                        SIGNATURE, "v1=" + signature(event).substring(3).toUpperCase(Locale.ROOT))),
            "webhooks.headers",
            "webhooks.signature",
            "webhooks.failed-signature"),
        webhooks(
            "signs the body alone",
            sent(event -> event.header(SIGNATURE, sign("", event.body()))),
            "webhooks.signature",
            "webhooks.failed-signature"),
        webhooks(
            "does not sign",
            sent(event -> event.header(SIGNATURE, null)),
            "webhooks.headers",
            "webhooks.signature",
            "webhooks.failed-signature"),
        webhooks(
            "has no timestamp",
            sent(event -> event.header(TIMESTAMP, null)),
            "webhooks.headers",
            "webhooks.signature",
            "webhooks.failed-signature",
            "webhooks.fresh",
            "webhooks.retry-new-timestamp"));
  }

  private static List<BrokenServer> headers() {
    return List.of(
        webhooks(
            "has an hour-old timestamp",
            signed(
                event ->
                    event.header(
                        TIMESTAMP, Long.toString(Long.parseLong(timestamp(event)) - 3_600))),
            "webhooks.fresh"),
        webhooks(
            "has another id in the header",
            signed(event -> event.header(ID, "evt_another")),
            "webhooks.id"),
        webhooks(
            "sends text",
            sent(event -> event.header("Content-Type", "text/plain")),
            "webhooks.json"));
  }

  private static List<BrokenServer> bodies() {
    return List.of(
        webhooks(
            "writes the status as the API does",
            changed(body -> ((ObjectNode) body.path("data")).put("status", "completed")),
            "webhooks.completed",
            "webhooks.failed"),
        webhooks(
            "writes progress as a number",
            changed(body -> ((ObjectNode) body.path("data")).put("progress", 100)),
            "webhooks.conforms",
            "webhooks.completed",
            "webhooks.failed"),
        webhooks(
            "has no finished_at",
            changed(body -> ((ObjectNode) body.path("data")).remove("finished_at")),
            "webhooks.conforms",
            "webhooks.completed"),
        webhooks(
            "has no result",
            changed(body -> ((ObjectNode) body.path("data")).putNull("result")),
            "webhooks.same-result"),
        webhooks(
            "forgets the trace_id",
            changed(body -> ((ObjectNode) body.path("data")).remove("trace_id")),
            "webhooks.echo"),
        webhooks(
            "forgets the client_business_id",
            changed(body -> ((ObjectNode) body.path("data")).remove("client_business_id")),
            "webhooks.echo"),
        webhooks(
            "has the type of another event",
            changed(body -> body.put("type", "generation.done")),
            "webhooks.completed",
            "webhooks.failed"),
        webhooks(
            "says nothing of why it failed",
            changed(body -> ((ObjectNode) body.path("data")).putNull("error")),
            "webhooks.failed"));
  }

  static List<BrokenServer> retries() {
    return List.of(
        webhooks(
            "sends nothing",
            (event, receiver) -> response(204),
            "webhooks.delivered",
            "webhooks.retry-after-500",
            "webhooks.retry-after-redirect",
            "webhooks.no-redirect",
            "webhooks.retry-same-event",
            "webhooks.retry-new-timestamp"),
        webhooks(
            "does not retry",
            (event, receiver) -> {
              Message unused = receiver.apply(event);
              return response(204);
            },
            "webhooks.retry-after-500",
            "webhooks.retry-after-redirect",
            "webhooks.no-redirect",
            "webhooks.retry-same-event",
            "webhooks.retry-new-timestamp"),
        webhooks(
            "takes a redirect for success",
            (event, receiver) -> {
              Message response = receiver.apply(event);
              return response.status() == 302 ? response(204) : response;
            },
            "webhooks.retry-after-redirect"),
        webhooks(
            "follows redirects",
            (event, receiver) -> {
              Message response = receiver.apply(event);
              if (response.status() == 302) {
                return follow(event, String.valueOf(response.header("Location")));
              }
              return response;
            },
            "webhooks.no-redirect",
            "webhooks.retry-after-redirect"),
        webhooks("has an id an attempt", idAnAttempt(), "webhooks.retry-same-event"),
        webhooks("has a body an attempt", bodyAnAttempt(), "webhooks.retry-same-event"),
        webhooks("repeats the timestamp", sameTimestamp(), "webhooks.retry-new-timestamp"));
  }

  private static Breakage sent(UnaryOperator<Message> change) {
    return (event, receiver) -> receiver.apply(change.apply(event));
  }

  /** Changes the body before it is signed. */
  private static Breakage signed(UnaryOperator<Message> change) {
    return sent(
        event -> {
          Message changed = change.apply(event);
          return changed.header(SIGNATURE, signature(changed));
        });
  }

  static Breakage changed(Consumer<ObjectNode> change) {
    return signed(event -> event.change(change));
  }

  private static Breakage idAnAttempt() {
    var count = new AtomicInteger();
    return signed(
        event -> {
          String id = "evt_" + count.incrementAndGet();
          return event.header(ID, id).change(body -> body.put("id", id));
        });
  }

  private static Breakage bodyAnAttempt() {
    var count = new AtomicInteger();
    return changed(body -> body.put("created_at", count.incrementAndGet()));
  }

  private static Breakage sameTimestamp() {
    Map<String, String> first = new ConcurrentHashMap<>();
    return signed(
        event ->
            event.header(
                TIMESTAMP, first.computeIfAbsent(event.start(), path -> timestamp(event))));
  }

  private static Message response(int status) {
    return new Message(Integer.toString(status), Map.of(), new byte[0]);
  }

  private static Message follow(Message event, String location) {
    URI uri = URI.create(location);
    Message unused =
        BreakingProxy.send("http://" + uri.getAuthority(), event.start("POST " + uri.getPath()));
    return response(204);
  }

  private static String timestamp(Message event) {
    return String.valueOf(event.header(TIMESTAMP));
  }

  private static String signature(Message event) {
    return sign(event.header(ID) + "." + timestamp(event) + ".", event.body());
  }

  private static String sign(String prefix, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] secret = "whsec_seedance_mock".getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update(prefix.getBytes(StandardCharsets.UTF_8));
      return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
