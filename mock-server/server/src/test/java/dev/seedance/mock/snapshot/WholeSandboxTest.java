package dev.seedance.mock.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.HttpCalls.Answer;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.options.Bounds;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.time.ClockSetting;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A snapshot holds all of a sandbox, its files and its journal too. */
class WholeSandboxTest {

  private static final String KEY = "whole";
  private static final MockOptions OPTIONS = options(Bounds.DEFAULT);

  @Test
  void what_was_reset_comes_back_to_the_byte() {
    try (var server = MockServer.start(OPTIONS)) {
      var calls = new HttpCalls(server.baseUrl());
      fill(calls);
      Answer upload = upload(calls, gif(3_000_000));
      byte[] snapshot = snapshot(calls);
      byte[] journal = get(calls, "/_mock/requests").body();

      assertThat(send(calls, "POST", "/_mock/reset", new byte[0]).status()).isEqualTo(204);
      assertThat(calls.send(calls.request(upload.text("/data/url"))).status()).isEqualTo(404);
      assertThat(get(calls, "/_mock/requests").json().path("requests")).isEmpty();

      assertThat(send(calls, "PUT", "/_mock/snapshot", snapshot).status()).isEqualTo(204);
      assertThat(snapshot(calls)).isEqualTo(snapshot);
      assertThat(calls.send(calls.request(upload.text("/data/url"))).body())
          .isEqualTo(gif(3_000_000));
      assertThat(get(calls, "/_mock/requests").body()).isEqualTo(journal);
    }
  }

  @Test
  void a_restored_sandbox_gives_the_same_answers_as_the_one_it_was_taken_of() {
    try (var server = MockServer.start(OPTIONS);
        var other = MockServer.start(OPTIONS)) {
      var here = new HttpCalls(server.baseUrl());
      var there = new HttpCalls(other.baseUrl());
      fill(here);
      send(there, "PUT", "/_mock/snapshot", snapshot(here));
      snapshot(there); // as it was done here after all that was saved
      Answer next = get(here, "/v1/balance");
      Answer same = get(there, "/v1/balance");
      assertThat(same.header("X-Request-Id")).isEqualTo(next.header("X-Request-Id"));
      assertThat(same.body()).isEqualTo(next.body());
    }
  }

  @Test
  void fifty_megabytes_of_uploads_are_saved_and_restored() {
    byte[] video = Arrays.copyOf("....ftypisom".getBytes(StandardCharsets.US_ASCII), 50 << 20);
    try (var server = MockServer.start(OPTIONS)) {
      var calls = new HttpCalls(server.baseUrl());
      String url = upload(calls, "videos", video).text("/data/url");
      byte[] snapshot = snapshot(calls);
      assertThat(snapshot.length).isGreaterThan(video.length);
      send(calls, "POST", "/_mock/reset", new byte[0]);
      assertThat(send(calls, "PUT", "/_mock/snapshot", snapshot).status()).isEqualTo(204);
      assertThat(calls.send(calls.request(url)).body()).isEqualTo(video);
    }
  }

  @Test
  void a_snapshot_that_is_too_long_says_what_to_do() {
    try (var server = MockServer.start(options(Bounds.builder().maxSnapshotBytes(1_000).build()))) {
      var calls = new HttpCalls(server.baseUrl());
      fill(calls);
      Answer refused = send(calls, "PUT", "/_mock/snapshot", snapshot(calls));
      assertThat(refused.status()).isEqualTo(413);
      assertThat(refused.text("/error/code")).isEqualTo("request_too_large");
      assertThat(refused.text("/error/message"))
          .contains("longer than 1000 bytes", "--max-snapshot-bytes");
    }
  }

  @Test
  void a_restored_sandbox_keeps_to_the_bounds_of_its_server() {
    var small = Bounds.builder().maxUploadBytes(100).maxJournalEntries(1).build();
    try (var server = MockServer.start(OPTIONS);
        var tight = MockServer.start(options(small))) {
      var here = new HttpCalls(server.baseUrl());
      var there = new HttpCalls(tight.baseUrl());
      upload(here, gif(60));
      upload(here, gif(61));
      assertThat(send(there, "PUT", "/_mock/snapshot", snapshot(here)).status()).isEqualTo(204);
      JsonNode parts = get(there, "/_mock/snapshot").json().path("parts");
      assertThat(parts.path("uploads")).hasSize(1);
      assertThat(parts.at("/journal/calls")).hasSize(1);
      assertThat(get(there, "/_mock/requests").json().at("/requests/0/number").asInt())
          .isEqualTo(2);
    }
  }

  private static void fill(HttpCalls calls) {
    String body =
        "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"client_business_id\":\"%s\",\"callback_url\":\"http://127.0.0.1:1/\"}";
    calls.submit(KEY, body.formatted("a"));
    calls.submit(KEY, body.formatted("b"));
    calls.submit(KEY, "{\"model\":\"seedance-2\",\"prompt\":\"[mock:content-rejected]\"}");
    calls.poll(KEY, "a");
    calls.poll(KEY, "unknown");
    send(
        calls,
        "POST",
        "/_mock/scenarios",
        bytes("{\"name\":\"mine\",\"match\":{\"model\":\"*\"}}"));
    send(calls, "POST", "/_mock/clock/advance", bytes("{\"by\":\"PT10M\"}"));
    send(calls, "POST", "/_mock/webhooks/rotate-secret", bytes("{}"));
    send(
        calls,
        "POST",
        "/v1/videos/doubao-seedance-2-0/private-avatar/groups",
        bytes("{\"name\":\"Cast\"}"));
  }

  private static byte[] gif(int length) {
    return Arrays.copyOf(bytes("GIF89a"), length);
  }

  private static Answer upload(HttpCalls calls, byte[] image) {
    return upload(calls, "images", image);
  }

  private static Answer upload(HttpCalls calls, String kind, byte[] file) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(bytes("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n"));
    body.writeBytes(file);
    body.writeBytes(bytes("\r\n--b--\r\n"));
    return calls.send(
        calls
            .request("/v1/uploads/" + kind)
            .header("Authorization", "Bearer " + KEY)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static byte[] snapshot(HttpCalls calls) {
    return get(calls, "/_mock/snapshot").body();
  }

  private static Answer get(HttpCalls calls, String path) {
    return send(calls, "GET", path, new byte[0]);
  }

  private static Answer send(HttpCalls calls, String method, String path, byte[] body) {
    return calls.send(
        calls
            .request(path)
            .header("Authorization", "Bearer " + KEY)
            .method(method, BodyPublishers.ofByteArray(body)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MockOptions options(Bounds bounds) {
    return MockOptions.builder()
        .clock(ClockSetting.FROZEN)
        .clockStart(Instant.parse("2026-01-01T00:00:00Z"))
        .bounds(bounds)
        .build();
  }
}
