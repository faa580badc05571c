package dev.seedance.mock.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Calls;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import dev.seedance.mock.TestTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetHttpTest {

  private static final String ROOT = "/v1/videos/doubao-seedance-2-0/private-avatar/";
  private static final TestTime TIME = new TestTime();

  @RegisterExtension static final TestServer server = TestServer.with().at(TIME);

  @Test
  void a_group_is_made() {
    Response response = post("groups", "{\"name\":\"Cast\",\"description\":\"Actors\"}");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().path("success").booleanValue()).isTrue();
    assertThat(response.json().path("message").isTextual()).isTrue();
    assertThat(response.text("/data/group_id")).matches("pg_[0-9A-HJKMNP-TV-Z]{26}");
    assertThat(response.text("/data/name")).isEqualTo("Cast");
    assertThat(response.text("/data/description")).isEqualTo("Actors");
  }

  @Test
  void an_asset_is_processed_then_active() {
    Response registered = register("Mira");
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
    Response response = poll(id);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text("/data/status")).isEqualTo("failed");
  }

  @Test
  void a_poll_advances_an_automatic_clock_to_the_end_of_processing() {
    try (var auto = TestServer.with("--clock=auto").start()) {
      String group = post(auto, "groups", "{\"name\":\"Cast\"}").text("/data/group_id");
      String id = post(auto, "assets", asset(group, "Mira")).text("/data/asset_id");
      assertThat(auto.get(ROOT + "assets/" + id).text("/data/status")).isEqualTo("active");
    }
  }

  @Test
  void a_generation_takes_an_active_asset() {
    String id = register("Mira").text("/data/asset_id");
    TIME.pass(Duration.ofMinutes(1));
    Response response = generate(id);
    assertThat(response.status()).isEqualTo(200);
    TIME.pass(Duration.ofHours(1));
    assertThat(server.poll(response.text("/id")).text("/status")).isEqualTo("completed");
  }

  @Test
  void a_generation_with_an_unknown_asset_is_400() {
    Response response = generate("pa_unknown");
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text("/error/code")).isEqualTo("invalid_request");
    assertThat(response.text("/error/param")).isEqualTo("image_with_roles");
    assertThat(response.text("/error/message")).contains("pa_unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mira", "mock:failed"})
  void a_generation_with_an_asset_that_is_not_active_is_accepted_and_fails(String name) {
    String asset = register(name).text("/data/asset_id");
    if (name.equals("mock:failed")) {
      TIME.pass(Duration.ofMinutes(1));
    }
    Response response = generate(asset);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text("/status")).isEqualTo("queued");
    TIME.pass(Duration.ofHours(1));
    Response end = server.poll(response.text("/id"));
    assertThat(end.text("/status")).isEqualTo("failed");
    assertThat(end.text("/error/code")).isEqualTo("asset_not_active");
    assertThat(end.text("/error/message")).contains(asset);
  }

  @Test
  void another_key_does_not_see_the_asset() {
    String id = register("Mira").text("/data/asset_id");
    Response response = server.as("stranger").get(ROOT + "assets/" + id);
    assertFailure(response, "asset " + id + " does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"name\":\"\"}", "{\"name\":\" \"}", "{\"name\":null}"})
  void a_group_without_a_name_is_refused(String body) {
    assertFailure(post("groups", body), "name is required");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''           | the body is empty; expected a JSON object
          {            | the body is no JSON, from line 1 column 2; expected a JSON object
          []           | the body's top level is not of the expected type
          null         | the body is null; expected a JSON object
          7            | the body's top level is not of the expected type
          "x"          | the body's top level is not of the expected type
          {"name":{}}  | the body's field 'name' is not of the expected type
          {"name":[1]} | the body's field 'name' is not of the expected type
          """)
  void a_broken_body_is_refused(String body, String message) {
    for (String route : List.of("groups", "assets")) {
      assertFailure(post(route, body), message);
    }
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
    try (var small = TestServer.with("--max-groups=2", "--max-assets=1").start()) {
      String first = group(small, "First");
      String oldAsset = post(small, "assets", asset(first, "Mira")).text("/data/asset_id");
      String newAsset = post(small, "assets", asset(first, "Nora")).text("/data/asset_id");
      String second = group(small, "Second");
      group(small, "Third");

      assertFailure(post(small, "assets", asset(first, "Olga")), first + " does not exist");
      assertFailure(small.get(ROOT + "assets/" + oldAsset), "does not exist");
      assertThat(small.get(ROOT + "assets/" + newAsset).status()).isEqualTo(200);
      assertThat(post(small, "assets", asset(second, "Olga")).status()).isEqualTo(200);
    }
  }

  private static String group(Calls there, String name) {
    return post(there, "groups", "{\"name\":\"" + name + "\"}").text("/data/group_id");
  }

  private static Response register(String name) {
    String group = post("groups", "{\"name\":\"Cast\"}").text("/data/group_id");
    return post("assets", asset(group, name));
  }

  private static String asset(String group, String name) {
    return """
        {"group_id":"%s","asset_type":"image","source_url":"https://media.example.com/a.png","name":"%s"}"""
        .formatted(group, name);
  }

  private static Response generate(String asset) {
    return server.submit(
        """
        {"model":"seedance-2","prompt":"x",
         "image_with_roles":[{"url":"asset://%s","role":"reference_image"}]}"""
            .formatted(asset));
  }

  private static Response poll(String id) {
    return server.get(ROOT + "assets/" + id);
  }

  private static Response post(String what, String body) {
    return post(server, what, body);
  }

  private static Response post(Calls there, String what, String body) {
    return there.post(ROOT + what, body);
  }

  private static void assertFailure(Response response, String message) {
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json().path("success").isBoolean()).isTrue();
    assertThat(response.json().path("success").booleanValue()).isFalse();
    assertThat(response.text("/message")).contains(message);
  }
}
