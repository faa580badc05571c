package dev.seedance.mock.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.Calls;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import dev.seedance.mock.cli.MockCommand;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A snapshot holds all of a sandbox, its files and its journal too. */
class WholeSandboxTest {

  private static final String SNAPSHOT = "/_mock/snapshot";

  private static final OptionValues OPTIONS =
      MockCommand.read("--clock=frozen", "--clock-start=2026-01-01T00:00:00Z");

  @RegisterExtension static final TestServer here = TestServer.with(OPTIONS);

  @Test
  void everything_that_was_reset_comes_back_to_the_byte() {
    fill(here);
    String url = upload(here, "images", gif(3_000_000)).text("/data/url");
    byte[] snapshot = here.get(SNAPSHOT).body();
    byte[] journal = here.get("/_mock/requests").body();

    assertThat(here.post("/_mock/reset", "").status()).isEqualTo(204);
    assertThat(here.getWithoutKey(url).status()).isEqualTo(404);
    assertThat(here.get("/_mock/requests").json().path("requests")).isEmpty();

    assertThat(here.put(SNAPSHOT, snapshot).status()).isEqualTo(204);
    assertThat(here.get(SNAPSHOT).body()).isEqualTo(snapshot);
    assertThat(here.getWithoutKey(url).body()).isEqualTo(gif(3_000_000));
    assertThat(here.get("/_mock/requests").body()).isEqualTo(journal);
  }

  @Test
  void a_restored_sandbox_gives_the_same_responses_as_the_one_it_was_taken_of() {
    try (var other = TestServer.with(OPTIONS).start()) {
      var there = other.as(here.key());
      fill(here);
      there.put(SNAPSHOT, here.get(SNAPSHOT).body());
      there.get(SNAPSHOT); // as it was done here after all that was saved
      Response next = here.get("/v1/balance");
      Response same = there.get("/v1/balance");
      assertThat(same.header("X-Request-Id")).isEqualTo(next.header("X-Request-Id"));
      assertThat(same.body()).isEqualTo(next.body());
    }
  }

  @Test
  void fifty_megabytes_of_uploads_are_saved_and_restored() {
    byte[] video = Arrays.copyOf(bytes("....ftypisom"), 50 << 20);
    String url = upload(here, "videos", video).text("/data/url");
    byte[] snapshot = here.get(SNAPSHOT).body();
    assertThat(snapshot.length).isGreaterThan(video.length);
    here.post("/_mock/reset", "");
    assertThat(here.put(SNAPSHOT, snapshot).status()).isEqualTo(204);
    assertThat(here.getWithoutKey(url).body()).isEqualTo(video);
  }

  @Test
  void a_snapshot_that_is_too_long_says_what_to_do() {
    try (var tight =
        TestServer.with(OPTIONS.with(MockOptions.MAX_SNAPSHOT_BYTES, 1_000L)).start()) {
      fill(tight);
      Response refused = tight.put(SNAPSHOT, tight.get(SNAPSHOT).body());
      assertThat(refused.status()).isEqualTo(413);
      assertThat(refused.text("/error/code")).isEqualTo("request_too_large");
      assertThat(refused.text("/error/message"))
          .contains("at most 1000 are read", "--max-snapshot-bytes");
    }
  }

  @Test
  void a_restored_sandbox_keeps_to_the_bounds_of_its_server() {
    var bounds =
        OPTIONS.with(MockOptions.MAX_UPLOAD_BYTES, 100L).with(MockOptions.MAX_JOURNAL_ENTRIES, 1);
    try (var tight = TestServer.with(bounds).start()) {
      upload(here, "images", gif(60));
      upload(here, "images", gif(61));
      assertThat(tight.put(SNAPSHOT, here.get(SNAPSHOT).body()).status()).isEqualTo(204);
      JsonNode parts = tight.get(SNAPSHOT).json().path("parts");
      assertThat(parts.path("uploads")).hasSize(1);
      assertThat(parts.at("/journal/calls")).hasSize(1);
      assertThat(tight.get("/_mock/requests").json().at("/requests/0/number").asInt()).isEqualTo(2);
    }
  }

  private static void fill(Calls calls) {
    String body =
        "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"client_business_id\":\"%s\",\"callback_url\":\"http://127.0.0.1:1/\"}";
    calls.submit(body.formatted("a"));
    calls.submit(body.formatted("b"));
    calls.submit("{\"model\":\"seedance-2\",\"prompt\":\"[mock:content-rejected]\"}");
    calls.poll("a");
    calls.poll("unknown");
    calls.post("/_mock/scenarios", "{\"name\":\"mine\",\"match\":{\"model\":\"*\"}}");
    calls.advance("PT10M");
    calls.post("/_mock/webhooks/rotate-secret", "{}");
    calls.post("/v1/videos/doubao-seedance-2-0/private-avatar/groups", "{\"name\":\"Cast\"}");
  }

  private static byte[] gif(int length) {
    return Arrays.copyOf(bytes("GIF89a"), length);
  }

  private static Response upload(Calls calls, String kind, byte[] file) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(bytes("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n"));
    body.writeBytes(file);
    body.writeBytes(bytes("\r\n--b--\r\n"));
    return calls.send(
        calls
            .keyed("/v1/uploads/" + kind)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
