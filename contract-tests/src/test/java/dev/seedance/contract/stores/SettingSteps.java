package dev.seedance.contract.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Random;

/** Changes settings of a sandbox, and gives it files and assets. */
final class SettingSteps {

  /** The status of the third poll of tasks of a story's own scenarios. */
  static final int THIRD_POLL = 418;

  private static final String AVATARS = "/v1/videos/doubao-seedance-2-0/private-avatar/groups";

  private static final String SCENARIO =
      """
      {"name":"%s","match":{"prompt":"*%s*"},"timeline":{"queued":"PT%dS","running":"PT%dS"},
       "outcome":%s,"faults":[{"on":"poll","nth":[3],"fault":{"kind":"refuse","status":418}}]}
      """;

  private static final List<String> OUTCOMES =
      List.of(
          "{\"status\":\"completed\"}",
          "{\"status\":\"failed\",\"error\":{\"code\":\"generation_failed\",\"message\":\"No.\"}}");

  private final Random random;
  private final Wire wire;
  private final Ledger ledger;
  private final Callbacks callbacks;
  private String group = "";

  SettingSteps(Random random, Wire wire, Ledger ledger, Callbacks callbacks) {
    this.random = random;
    this.wire = wire;
    this.ledger = ledger;
    this.callbacks = callbacks;
  }

  Step next() {
    return switch (random.nextInt(8)) {
      case 0 -> register("own-" + random.nextInt(4));
      case 1 -> forget("own-" + random.nextInt(4));
      case 2 -> webhooks();
      case 3 -> balance();
      case 4 -> revision();
      case 5 -> upload();
      default -> group.isEmpty() ? group() : asset();
    };
  }

  private Step register(String name) {
    String body =
        SCENARIO.formatted(
            name,
            name,
            random.nextInt(60),
            random.nextInt(1, 300),
            OUTCOMES.get(random.nextInt(2)));
    return repeatable(
        () -> ledger.scenarios.put(name, wire.post("/_mock/scenarios", body).expect(200)));
  }

  private Step forget(String name) {
    return repeatable(
        () -> {
          int status = wire.delete("/_mock/scenarios/" + name).status();
          if (ledger.scenarios.remove(name) != null && status != 204 && status != 404) {
            throw new AssertionError("status %d to the end of scenario %s".formatted(status, name));
          }
        });
  }

  /** Makes a step that has the same result if it is done twice; so it is repeated. */
  private static Step repeatable(Patience.Attempt request) {
    return Step.of(request, request);
  }

  private Step webhooks() {
    String url = random.nextBoolean() ? callbacks.url("/" + wire.key() + "/default") : "";
    ObjectNode change = Wire.JSON.createObjectNode();
    change.put("default_url", url).put("secret", "whsec_" + random.nextInt(1000));
    return repeatable(
        () -> ledger.webhooks = wire.put("/_mock/webhooks", change.toString()).expect(200));
  }

  private Step balance() {
    double remaining = 1000 + random.nextInt(1000);
    Patience.Attempt set =
        () -> {
          wire.put("/_mock/balance", "{\"remaining\":" + remaining + "}").expect(200);
          ledger.setBalance(remaining);
        };
    // A flowing clock refunds at instants that this client does not see.
    return ledger.clock.isFrozen() ? repeatable(set) : Step.reading(() -> wire.get("/v1/balance"));
  }

  private Step revision() {
    String revision = random.nextBoolean() ? "2026-06" : "2026-08";
    return repeatable(
        () ->
            ledger.revision =
                wire.put("/_mock/revision", "{\"revision\":\"" + revision + "\"}")
                    .expect(200)
                    .path("revision")
                    .asText());
  }

  /** Uploads a file of random size; without an acknowledgement nobody knows its address. */
  private Step upload() {
    byte[] content = new byte[random.nextInt(20, 60_000)];
    random.nextBytes(content);
    System.arraycopy("GIF89a".getBytes(UTF_8), 0, content, 0, 6);
    return Step.reading(
        () -> {
          JsonNode made = wire.upload("/v1/uploads/images", "a.gif", content).expect(200);
          String url = made.path("data").path("url").asText();
          ledger.uploads.put(URI.create(url).getPath(), content);
        });
  }

  private Step group() {
    return Step.reading(
        () -> {
          JsonNode made = wire.post(AVATARS, "{\"name\":\"Cast\"}").expect(200);
          group = made.path("data").path("group_id").asText();
        });
  }

  private Step asset() {
    String body =
        """
        {"group_id":"%s","asset_type":"image","source_url":"https://example.com/a.png"}\
        """
            .formatted(group);
    return Step.reading(
        () -> {
          JsonNode made = wire.post(Audit.ASSETS, body).expect(200);
          ledger.assets.put(made.path("data").path("asset_id").asText(), group);
        });
  }
}
