package dev.seedance.contract.published;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.contract.exchange.Calls;
import dev.seedance.contract.exchange.Calls.Answer;
import dev.seedance.contract.exchange.CheckedHttp;
import dev.seedance.contract.exchange.WebhookReceiver;
import dev.seedance.contract.verify.exchange.Schemas;
import dev.seedance.mock.testkit.MockServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes the mock send each body that it can send: responses of every operation and status, tasks in
 * every state, and every event.
 */
final class SentBodies {

  private static final String AVATARS = "/v1/videos/doubao-seedance-2-0/private-avatar";
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 0};
  private static final byte[] MP4 =
      "\0\0\0\u0018ftypisom\0\0\0\0isommp42".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] MP3 = "ID3\4\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

  private final Schemas schemas = Schemas.load();
  private final CheckedHttp http = new CheckedHttp();
  private final MockServer mock;
  private final Calls calls;
  private final Set<String> responses = new TreeSet<>();
  private final List<Body> bodies = new ArrayList<>();

  /**
   * A body as it was sent.
   *
   * @param schema the name of its schema in the contract
   * @param text its text
   */
  record Body(String schema, String text) {}

  private SentBodies(MockServer mock) {
    this.mock = mock;
    this.calls = http.callsOf(mock.baseUrl(), mock.apiKey());
  }

  static SentBodies of(MockServer mock) throws IOException {
    var sent = new SentBodies(mock);
    sent.callWithoutKey();
    sent.submitAndPoll();
    sent.callForAssets();
    sent.callForUploads();
    sent.hearEvents();
    sent.callForMoney();
    sent.showBilling();
    return sent;
  }

  /** Returns the bodies in the order in which they were sent. */
  List<Body> bodies() {
    return List.copyOf(bodies);
  }

  /** Returns operations and statuses that were seen, such as {@code getBalance 401}. */
  Set<String> responses() {
    return responses;
  }

  private void callWithoutKey() {
    Calls strange = http.callsOf(mock.baseUrl(), "");
    keep("createGeneration", 401, strange.submit("{}"));
    keep("getGeneration", 401, strange.poll("x"));
    keep("createAvatarGroup", 401, strange.post(AVATARS + "/groups", "{}"));
    keep("createAvatarAsset", 401, strange.post(AVATARS + "/assets", "{}"));
    keep("getAvatarAsset", 401, strange.get(AVATARS + "/assets/x"));
    keep("uploadImage", 401, strange.upload("/v1/uploads/images", "a.png", "image/png", PNG));
    keep("uploadVideo", 401, strange.upload("/v1/uploads/videos", "a.mp4", "video/mp4", MP4));
    keep("uploadAudio", 401, strange.upload("/v1/uploads/audios", "a.mp3", "audio/mpeg", MP3));
    keep("getBalance", 401, strange.get("/v1/balance"));
    keep("getUserBalance", 401, strange.get("/v1/user/balance"));
    keep("getBalanceByShortPath", 401, strange.get("/balance"));
    keep("getUserBalanceByShortPath", 401, strange.get("/user/balance"));
    keep("listPricing", 401, strange.get("/v1/pricing"));
    keep("listModels", 401, strange.get("/v1/models"));
  }

  private void submitAndPoll() {
    keep(
        "createGeneration",
        400,
        submit("seedance-2-mini", "x", ",\"duration\":5,\"ratio\":\"16:9\""));
    keep("createGeneration", 400, calls.submit("{"));
    keep("createGeneration", 413, calls.submit("\"" + "x".repeat(2 << 20) + "\""));
    keep("createGeneration", 422, submit("seedance-2", "[mock:policy-rejected]", ""));
    for (int status : new int[] {429, 500, 503}) {
      String refuse = "{\"on\":\"%s\",\"fault\":{\"kind\":\"refuse\",\"status\":%d}}";
      register("refused", refuse.formatted("submit", status));
      keep("createGeneration", status, submit("seedance-2", "refused", ""));
      register("unpolled", refuse.formatted("poll", status));
      keep("getGeneration", status, calls.poll(id(submit("seedance-2", "unpolled", ""))));
    }
    keep("getGeneration", 404, calls.poll("none"));

    String whole =
        ",\"count\":2,\"return_last_frame\":true,\"trace_id\":\"t\",\"client_business_id\":\"b\"";
    String id = id(keep("createGeneration", 200, submit("seedance-2", "x", whole)));
    keep("createGeneration", 200, submit("seedance-2", "x", whole));
    for (int poll = 0; poll < 4; poll++) {
      keep("getGeneration", 200, calls.poll(id));
      if (mock.clock().nextEvent().isPresent()) {
        mock.clock().advanceToNext();
      }
    }
    for (String scenario :
        List.of("instant", "content-rejected", "missing-result", "unknown-status")) {
      String task =
          id(keep("createGeneration", 200, submit("seedance-2", "[mock:" + scenario + "]", "")));
      mock.clock().advance(Duration.ofSeconds(40));
      keep("getGeneration", 200, calls.poll(task));
      mock.clock().advance(Duration.ofHours(1));
      keep("getGeneration", 200, calls.poll(task));
    }
  }

  private void callForAssets() {
    keep("createAvatarGroup", 400, calls.post(AVATARS + "/groups", "{}"));
    String group =
        keep("createAvatarGroup", 200, calls.post(AVATARS + "/groups", "{\"name\":\"g\"}"))
            .text("/data/group_id");
    keep("createAvatarAsset", 400, calls.post(AVATARS + "/assets", "{}"));
    String asset =
        "{\"group_id\":\"%s\",\"asset_type\":\"image\",\"source_url\":\"https://a.example/%s\"}";
    String id =
        keep(
                "createAvatarAsset",
                200,
                calls.post(AVATARS + "/assets", asset.formatted(group, "a.png")))
            .text("/data/asset_id");
    keep("getAvatarAsset", 200, calls.get(AVATARS + "/assets/" + id));
    mock.clock().advance(Duration.ofHours(1));
    keep("getAvatarAsset", 200, calls.get(AVATARS + "/assets/" + id));
    keep("getAvatarAsset", 400, calls.get(AVATARS + "/assets/none"));
  }

  private void callForUploads() {
    upload("uploadImage", "/v1/uploads/images", "image/png", PNG);
    upload("uploadVideo", "/v1/uploads/videos", "video/mp4", MP4);
    upload("uploadAudio", "/v1/uploads/audios", "audio/mpeg", MP3);
  }

  private void upload(String operation, String path, String type, byte[] file) {
    keep(operation, 200, calls.upload(path, "a", type, file));
    keep(operation, 400, calls.upload(path, "a", type, new byte[] {1, 2, 3}));
  }

  private void callForMoney() {
    keep("getBalance", 200, calls.get("/v1/balance"));
    keep("getUserBalance", 200, calls.get("/v1/user/balance"));
    keep("getBalanceByShortPath", 200, calls.get("/balance"));
    keep("getUserBalanceByShortPath", 200, calls.get("/user/balance"));
    keep("listPricing", 200, calls.get("/v1/pricing"));
    keep("listPricing", 400, calls.get("/v1/pricing?limit=0"));
    keep("listPricing", 404, calls.get("/v1/pricing?model=none"));
    keep("listModels", 200, calls.get("/v1/models"));
    keep("listModels", 200, calls.get("/v1/models?type=all"));
    keep("listModels", 400, calls.get("/v1/models?type=none"));
    calls.put("/_mock/balance", "{\"remaining\":0}");
    keep("getBalance", 200, calls.get("/v1/balance"));
    keep("createGeneration", 402, submit("seedance-2", "x", ""));
  }

  private void showBilling() throws IOException {
    calls.post("/_mock/reset", "");
    calls.put("/_mock/revision", "{\"revision\":\"latest\"}");
    keep("createGeneration", 200, submit("seedance-2", "x", ""));
    hearEvents();
    for (String scenario : List.of("instant", "content-rejected")) {
      String task = id(submit("seedance-2", "[mock:" + scenario + "]", ""));
      mock.clock().advance(Duration.ofHours(1));
      keep("getGeneration", 200, calls.poll(task));
    }
    keep("listPricing", 200, calls.get("/v1/pricing?limit=1"));
  }

  private void hearEvents() throws IOException {
    try (var receiver = WebhookReceiver.start()) {
      String callback = ",\"callback_url\":\"" + receiver.url("hook") + "\"";
      keep("createGeneration", 200, submit("seedance-2", "[mock:instant]", callback));
      keep(
          "createGeneration",
          200,
          submit("seedance-2", "[mock:content-rejected]", callback + ",\"trace_id\":\"t\""));
      keep("createGeneration", 200, submit("seedance-2", "[mock:missing-result]", callback));
      mock.clock().advance(Duration.ofHours(1));
      calls.post("/_mock/webhooks/test", "{\"url\":\"" + receiver.url("hook") + "\"}");
      for (WebhookReceiver.Delivery delivery : receiver.deliveries()) {
        bodies.add(new Body("WebhookEvent", new String(delivery.body(), StandardCharsets.UTF_8)));
      }
    }
  }

  private void register(String name, String fault) {
    calls.post(
        "/_mock/scenarios",
        "{\"name\":\"%s\",\"match\":{\"prompt\":\"%s\"},\"faults\":[%s]}"
            .formatted(name, name, fault));
  }

  private Answer submit(String model, String prompt, String more) {
    return calls.submit("{\"model\":\"%s\",\"prompt\":\"%s\"%s}".formatted(model, prompt, more));
  }

  private static String id(Answer submitted) {
    return submitted.text("/id");
  }

  private Answer keep(String operation, int status, Answer answer) {
    assertThat(answer.status()).as("%s: %s", operation, answer.body()).isEqualTo(status);
    responses.add(operation + " " + status);
    bodies.add(new Body(schemas.ofResponse(operation, status).orElseThrow(), answer.content()));
    return answer;
  }
}
