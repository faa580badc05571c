package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DownloadResumeTest extends Downloading {

  @Test
  void goes_on_where_the_connection_broke() {
    server.reply(
        Reply.bytes(200, part(0, 4)).butPromise(10).with("ETag", "\"v1\""),
        Reply.bytes(206, part(4, 7))
            .butPromise(6)
            .with("Content-Range", "bytes 4-9/10")
            .with("ETag", "\"v1\""),
        Reply.bytes(206, part(7, 10)).with("Content-Range", "bytes 7-9/10").with("ETag", "\"v1\""));

    assertThat(download()).hasBinaryContent(VIDEO);
    assertThat(headers("Range")).containsExactly(null, "bytes=4-", "bytes=7-");
    assertThat(headers("If-Range")).containsExactly(null, "\"v1\"", "\"v1\"");
  }

  @Test
  void starts_again_where_the_server_knows_no_ranges() {
    server.reply(Reply.bytes(200, part(0, 4)).butPromise(10), Reply.bytes(200, VIDEO));

    assertThat(download()).hasBinaryContent(VIDEO);
  }

  @Test
  void starts_again_where_the_server_sends_another_part_than_it_was_asked_for() {
    server.reply(
        Reply.bytes(200, part(0, 4)).butPromise(10).with("ETag", "\"v1\""),
        Reply.bytes(206, VIDEO).with("Content-Range", "bytes 0-9/10"),
        Reply.bytes(200, VIDEO));

    assertThat(download()).hasBinaryContent(VIDEO);
    assertThat(headers("Range")).containsExactly(null, "bytes=4-", null);
  }

  @Test
  void starts_again_after_416() {
    server.reply(
        Reply.bytes(200, part(0, 4)).butPromise(10),
        Reply.text(416, "text/plain", "no"),
        Reply.bytes(200, VIDEO));

    assertThat(download()).hasBinaryContent(VIDEO);
  }

  @Test
  void gives_up_after_some_tries_that_bring_nothing() throws IOException {
    server.thenAlways(Reply.text(503, "text/html", "<title>Down</title>"));

    assertThatThrownBy(this::download).hasMessage("download: HTTP 503: a web page, \"Down\"");
    assertThat(server.calls()).hasSize(4);
    assertThat(filesIn(folder)).isEmpty();
  }

  @Test
  void notices_a_server_that_stalls_in_the_middle() {
    server.reply(
        Reply.bytes(200, part(0, 4)).butPromise(10).with("ETag", "\"v1\"").thenStall(),
        Reply.bytes(206, part(4, 10)).with("Content-Range", "bytes 4-9/10").with("ETag", "\"v1\""));

    Path file =
        client.download(
            task(),
            folder.resolve("video.mp4"),
            DownloadOptions.defaults().withIdleTimeout(Duration.ofMillis(200)));

    assertThat(file).hasBinaryContent(VIDEO);
  }

  @Test
  void ends_when_its_time_is_up_however_slow_the_server_is() {
    server.thenAlways(Reply.bytes(200, part(0, 4)).butPromise(10));

    assertThatThrownBy(() -> client.download(task(), folder.resolve("v.mp4"), oneSecond()))
        .hasMessageContaining("has not arrived within 1 s");
  }

  private static DownloadOptions oneSecond() {
    return DownloadOptions.defaults().withTimeout(Duration.ofSeconds(1));
  }
}
