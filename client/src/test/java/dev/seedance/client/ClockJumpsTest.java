package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.client.error.NotFoundException;
import dev.seedance.client.error.ResultExpiredException;
import dev.seedance.client.error.TaskTimeoutException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A clock of tests that jumps while a call is under way: work in real time does not care, and a
 * wait for a task polls once more before it gives up.
 */
class ClockJumpsTest extends Downloading {

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "PT-1H", "P400D", "P-400D"})
  void during_a_download(Duration jump) {
    server.reply(Reply.bytes(200, VIDEO).meanwhile(() -> time.jump(jump)));

    assertThat(download()).hasBinaryContent(VIDEO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "PT-1H", "P400D", "P-400D"})
  void between_the_bytes_of_a_download_that_breaks_and_goes_on(Duration jump) {
    server.reply(
        Reply.bytes(200, part(0, 4)).butPromise(10).with("ETag", "\"v1\""),
        Reply.bytes(206, part(4, 10)).with("Content-Range", "bytes 4-9/10").with("ETag", "\"v1\""));
    var options = DownloadOptions.defaults().withListener((bytes, total) -> time.jump(jump));

    assertThat(client.download(task(), folder.resolve("video.mp4"), options))
        .hasBinaryContent(VIDEO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "PT-1H", "P400D", "P-400D"})
  void during_an_upload(Duration jump) throws IOException {
    Path file = Files.write(folder.resolve("portrait.png"), VIDEO);
    server.reply(
        Reply.json(
                200,
                "{\"success\":true,\"data\":{\"id\":\"f1\",\"url\":\"https://files.example/f1.png\"}}")
            .meanwhile(() -> time.jump(jump)));

    assertThat(client.uploads().file(file).getUrl()).isEqualTo("https://files.example/f1.png");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "PT-1H", "P400D", "P-400D"})
  void during_a_call_that_is_retried(Duration jump) {
    server.reply(
        Reply.error(503, "c", "m").with("Retry-After", "7").meanwhile(() -> time.jump(jump)),
        Reply.json(200, "{\"id\":").butPromise(500).meanwhile(() -> time.jump(jump)),
        Reply.queued().meanwhile(() -> time.jump(jump)));

    assertThat(client.get("tsk_vid_1").getStatus()).isEqualTo("queued");
    assertThat(time.sleeps()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "PT-1H", "P400D", "P-400D"})
  void during_the_poll_before_the_last(Duration jump) {
    server.reply(
        Reply.inProgress(40).meanwhile(() -> time.jump(jump)),
        Reply.completed("http://127.0.0.1/1.mp4"));

    assertThat(client.await("tsk_vid_1").getStatus()).isEqualTo("completed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "P400D"})
  void beyond_the_deadline_of_a_task_that_stays_unfinished(Duration jump) {
    server.thenAlways(Reply.inProgress(40).meanwhile(() -> time.jump(jump)));

    assertThatThrownBy(() -> client.await("tsk_vid_1")).isInstanceOf(TaskTimeoutException.class);
    assertThat(server.calls()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1H", "P-400D"})
  void back_at_every_poll_without_making_the_wait_endless(Duration jump) {
    server.thenAlways(Reply.inProgress(40).meanwhile(() -> time.jump(jump)));

    assertThatThrownBy(() -> client.await("tsk_vid_1")).isInstanceOf(TaskTimeoutException.class);
    assertThat(server.calls()).hasSize(61);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT25H", "P400D"})
  void past_the_expiry_of_a_link_that_is_gone(Duration jump) {
    server.reply(Reply.text(404, "text/plain", "no").meanwhile(() -> time.jump(jump)));

    assertThatThrownBy(this::download).isInstanceOf(ResultExpiredException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "PT-1H", "P-400D"})
  void but_not_past_the_expiry_of_a_link_that_is_gone(Duration jump) {
    server.reply(Reply.text(404, "text/plain", "no").meanwhile(() -> time.jump(jump)));

    assertThatThrownBy(this::download).isInstanceOf(NotFoundException.class);
  }
}
