package dev.seedance.mock.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.HttpCalls.Answer;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.TestTime;
import dev.seedance.mock.options.Bounds;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.time.ClockSetting;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetHttpTest {

  private static final String ROOT = "/v1/videos/doubao-seedance-2-0/private-avatar/";
  private static final TestTime TIME = new TestTime();

  private static MockServer server;
  private static HttpCalls calls;

  @BeforeAll
  static void start() {
    server = MockServer.start(MockOptions.builder().build(), TIME);
    calls = new HttpCalls(server.baseUrl());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_group_is_made() {
    Answer answer = post("groups", "{\"name\":\"Cast\",\"description\":\"Actors\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("success").booleanValue()).isTrue();
    assertThat(answer.json().path("message").isTextual()).isTrue();
    assertThat(answer.text("/data/group_id")).matches("pg_[0-9A-HJKMNP-TV-Z]{26}");
    assertThat(answer.text("/data/name")).isEqualTo("Cast");
    assertThat(answer.text("/data/description")).isEqualTo("Actors");
  }

  @Test
  void an_asset_is_processed_then_active() {
    Answer registered = register("Mira");
    assertThat(registered.status()).isEqualTo(200);
    String id = registered.text("/data/asset_id");
    assertThat(id).matches("pa_[0-9A-HJKMNP-TV-Z]{26}");
    assertThat(registered.text("/data/asset_url")).isEqualTo("asset://" + id);
    assertThat(registered.text("/data/asset_type")).isEqualTo("image");
    assertThat(registered.text("/data/source_url")).isEqualTo("https://media.example.com/a.png");
    assertThat(registered.text("/data/status")).isEqualTo("processing");
    assertThat(registered.text("/data/name")).isEqualTo("Mira");

    TIME.pass(Assets.MIN_PROCESSING.minusMillis(1));
    assertThat(poll(id).text("/data/status")).isEqualTo("processing");
    TIME.pass(Assets.PROCESSING_SPREAD);
    assertThat(poll(id).text("/data/status")).isEqualTo("active");
  }

  @Test
  void an_asset_whose_name_asks_for_it_fails() {
    String id = register("mock:failed").text("/data/asset_id");
    TIME.pass(Duration.ofMinutes(1));
    Answer answer = poll(id);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/data/status")).isEqualTo("failed");
  }

  @Test
  void a_poll_moves_an_automatic_clock_to_the_end_of_processing() {
    try (var auto = MockServer.start(MockOptions.builder().clock(ClockSetting.AUTO).build())) {
      var autoCalls = new HttpCalls(auto.baseUrl());
      String group = post(autoCalls, "groups", "{\"name\":\"Cast\"}").text("/data/group_id");
      String id = post(autoCalls, "assets", asset(group, "Mira")).text("/data/asset_id");
      assertThat(get(autoCalls, ROOT + "assets/" + id).text("/data/status")).isEqualTo("active");
    }
  }

  @Test
  void a_generation_takes_an_active_asset() {
    String id = register("Mira").text("/data/asset_id");
    TIME.pass(Duration.ofMinutes(1));
    Answer answer = generate(id);
    assertThat(answer.status()).isEqualTo(200);
    TIME.pass(Duration.ofHours(1));
    assertThat(calls.poll("key", answer.text("/id")).text("/status")).isEqualTo("completed");
  }

  @Test
  void a_generation_with_an_unknown_asset_is_400() {
    Answer answer = generate("pa_unknown");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/error/code")).isEqualTo("invalid_request");
    assertThat(answer.text("/error/param")).isEqualTo("image_with_roles");
    assertThat(answer.text("/error/message")).contains("pa_unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mira", "mock:failed"})
  void a_generation_with_an_asset_that_is_not_active_is_accepted_and_fails(String name) {
    String asset = register(name).text("/data/asset_id");
    if (name.equals("mock:failed")) {
      TIME.pass(Duration.ofMinutes(1));
    }
    Answer answer = generate(asset);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/status")).isEqualTo("queued");
    TIME.pass(Duration.ofHours(1));
    Answer end = calls.poll("key", answer.text("/id"));
    assertThat(end.text("/status")).isEqualTo("failed");
    assertThat(end.text("/error/code")).isEqualTo("asset_not_active");
    assertThat(end.text("/error/message")).contains(asset);
  }

  @Test
  void another_key_does_not_see_the_asset() {
    String id = register("Mira").text("/data/asset_id");
    Answer answer =
        calls.send(calls.request(ROOT + "assets/" + id).header("Authorization", "Bearer stranger"));
    assertFailure(answer, "asset " + id + " does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"name\":\"\"}", "{\"name\":\" \"}", "{\"name\":null}"})
  void a_group_without_a_name_is_refused(String body) {
    assertFailure(post("groups", body), "name is required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "7", "\"x\"", "{\"name\":{}}", "{\"name\":[1]}"})
  void a_broken_body_is_refused(String body) {
    assertFailure(post("groups", body), "");
    assertFailure(post("assets", body), "");
  }

  @Test
  void an_asset_is_refused_with_the_field_that_is_wrong() {
    String group = post("groups", "{\"name\":\"Cast\"}").text("/data/group_id");
    assertFailure(post("assets", asset("pg_x", "Mira")), "group pg_x does not exist");
    assertFailure(
        post("assets", asset(group, "Mira").replace("image", "text")), "asset_type 'text'");
    assertFailure(
        post("assets", asset(group, "Mira").replace("https:", "file:")), "http or https URL");
    assertFailure(post("assets", asset(group, "x".repeat(3_000))), "name has 3000 characters");
    assertFailure(post("assets", "{\"group_id\":\"" + group + "\"}"), "asset_type is required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pa_unknown", "%2e%2e%2f", "%F0%9F%98%80", "a%00b"})
  void an_unknown_asset_is_400(String id) {
    assertFailure(poll(id), "does not exist");
  }

  @Test
  void the_oldest_groups_and_assets_are_forgotten() {
    try (var small =
        MockServer.start(
            MockOptions.builder()
                .bounds(Bounds.builder().maxGroups(2).maxAssets(1).build())
                .build())) {
      var there = new HttpCalls(small.baseUrl());
      String first = group(there, "First");
      String oldAsset = post(there, "assets", asset(first, "Mira")).text("/data/asset_id");
      String newAsset = post(there, "assets", asset(first, "Nora")).text("/data/asset_id");
      String second = group(there, "Second");
      group(there, "Third");

      assertFailure(post(there, "assets", asset(first, "Olga")), first + " does not exist");
      assertFailure(get(there, ROOT + "assets/" + oldAsset), "does not exist");
      assertThat(get(there, ROOT + "assets/" + newAsset).status()).isEqualTo(200);
      assertThat(post(there, "assets", asset(second, "Olga")).status()).isEqualTo(200);
    }
  }

  private static String group(HttpCalls there, String name) {
    return post(there, "groups", "{\"name\":\"" + name + "\"}").text("/data/group_id");
  }

  private static Answer register(String name) {
    String group = post("groups", "{\"name\":\"Cast\"}").text("/data/group_id");
    return post("assets", asset(group, name));
  }

  private static String asset(String group, String name) {
    return """
        {"group_id":"%s","asset_type":"image","source_url":"https://media.example.com/a.png","name":"%s"}"""
        .formatted(group, name);
  }

  private static Answer generate(String asset) {
    return calls.submit(
        "key",
        """
        {"model":"seedance-2","prompt":"x",
         "image_with_roles":[{"url":"asset://%s","role":"reference_image"}]}"""
            .formatted(asset));
  }

  private static Answer poll(String id) {
    return get(calls, ROOT + "assets/" + id);
  }

  private static Answer post(String what, String body) {
    return post(calls, what, body);
  }

  private static Answer get(HttpCalls calls, String path) {
    return calls.send(calls.request(path).header("Authorization", "Bearer key"));
  }

  private static Answer post(HttpCalls calls, String what, String body) {
    return calls.send(
        calls
            .request(ROOT + what)
            .header("Authorization", "Bearer key")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static void assertFailure(Answer answer, String message) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("success").isBoolean()).isTrue();
    assertThat(answer.json().path("success").booleanValue()).isFalse();
    assertThat(answer.text("/message")).isNotBlank().contains(message);
  }
}
