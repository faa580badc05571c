package dev.seedance.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Calls;
import dev.seedance.mock.MockProcess;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import dev.seedance.mock.sandbox.Sandboxes;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Generation requests of many megabytes, with their media in data: URLs. */
@Timeout(120)
class BigBodyHttpTest {

  private static final int MB = 1_000_000;
  private static final int LIMIT = 6 * MB;

  @RegisterExtension
  static final TestServer server =
      TestServer.with("--max-body=" + LIMIT, "--max-bytes-in-flight=16000000");

  @Test
  void a_data_url_of_5_MB_is_taken() {
    Response submitted = server.submit(withImage(5 * MB));
    assertThat(submitted.status()).isEqualTo(200);
    assertThat(server.poll(submitted.text("/id")).status()).isEqualTo(200);
  }

  @Test
  void task_and_journal_keep_the_beginning_only() {
    String id = server.submit(withImage(5 * MB)).text("/id");
    var sandbox = server.bean(Sandboxes.class).ofKey(server.key());
    assertThat(sandbox.heldBytes().bytes()).isLessThan(50_000);
    Response task = server.get("/_mock/tasks/" + id);
    assertThat(task.json().at("/request/body").asText()).hasSize(16_384);
    assertThat(task.json().at("/request/bytes").intValue()).isGreaterThan(5 * MB);
    assertThat(server.get("/_mock/requests").json().at("/requests/0/body").asText()).hasSize(4_096);
  }

  @Test
  void what_a_task_keeps_for_its_webhook_counts() {
    server.submit(
        """
        {"model":"seedance-2","prompt":"x","callback_url":"http://127.0.0.1:1/","trace_id":"%s"}"""
            .formatted("t".repeat(MB)));
    var sandbox = server.bean(Sandboxes.class).ofKey(server.key());
    assertThat(sandbox.heldBytes().bytes()).isGreaterThan(2 * MB);
  }

  @Test
  void a_longer_body_is_413_with_its_size() {
    String body = withImage(7 * MB);
    Response refused = server.submit(body);
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.text("/error/code")).isEqualTo("request_too_large");
    assertThat(refused.text("/error/type")).isEqualTo("invalid_request_error");
    assertThat(refused.text("/error/message"))
        .isEqualTo(
            "the body has %d bytes; at most %d are read: send large media by URL or as an uploaded file, or raise --max-body"
                .formatted(body.length(), LIMIT));
    assertThat(refused.json().at("/error/violations")).hasSize(1);
    assertThat(refused.text("/error/violations/0/rule")).isEqualTo("body.too-large");
    assertThat(refused.text("/error/violations/0/severity")).isEqualTo("error");
    assertThat(refused.text("/error/violations/0/pointer")).isEmpty();
    assertThat(refused.json().at("/error/violations/0/value").intValue()).isEqualTo(body.length());
  }

  @Test
  void a_longer_body_in_chunks_is_413_too() {
    byte[] body = withImage(7 * MB).getBytes(StandardCharsets.US_ASCII);
    Response refused =
        server.send(
            "POST",
            Calls.GENERATIONS,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.text("/error/message"))
        .startsWith("the body has more than 6000000 bytes; at most 6000000 are read: ");
    assertThat(refused.text("/error/violations/0/rule")).isEqualTo("body.too-large");
  }

  @Test
  void a_body_that_is_longer_when_it_is_decoded_is_413() throws IOException {
    Response refused =
        server.send(
            server
                .keyed(Calls.GENERATIONS)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(zipped(withImage(7 * MB)))));
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.text("/error/violations/0/rule")).isEqualTo("body.too-large");
  }

  @Test
  void an_encoded_body_is_taken_if_it_fits() throws IOException {
    Response submitted =
        server.send(
            server
                .keyed(Calls.GENERATIONS)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(zipped(withImage(5 * MB)))));
    assertThat(submitted.status()).isEqualTo(200);
  }

  @Test
  void calls_without_media_have_their_own_limit() {
    Response refused = server.put("/_mock/clock", " ".repeat((1 << 20) + 1));
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.text("/error/message"))
        .isEqualTo("the body has 1048577 bytes; at most 1048576 are read: send less in one call");
  }

  @Test
  void twenty_at_once_fit_into_a_small_heap_or_are_503() throws Exception {
    Process process = MockProcess.of(List.of("-Xmx256m")).start();
    try (BufferedReader out = process.inputReader()) {
      URI address = MockProcess.address(out);
      Calls calls = Calls.to(address, "key");
      String body = withImage(5 * MB);
      assertThat(calls.submit(body).status()).isEqualTo(200);
      for (int round = 0; round < 3; round++) {
        List<CompletableFuture<Integer>> sent =
            IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> calls.submit(body).status()))
                .toList();
        assertThat(sent.stream().map(CompletableFuture::join)).contains(200).isSubsetOf(200, 503);
      }
      assertThat(calls.submit(body).status()).isEqualTo(200);
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Returns a request with an image of about so many bytes in base64. */
  private static String withImage(int bytes) {
    return """
        {"model":"seedance-2","prompt":"x","image_with_roles":[
         {"role":"reference_image","url":"data:image/png;base64,iVBORw0KGgo%s"}]}"""
        .formatted("A".repeat(bytes / 4 * 4 + 1));
  }

  private static byte[] zipped(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }
}
