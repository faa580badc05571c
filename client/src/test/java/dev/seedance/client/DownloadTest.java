package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.client.error.NotFoundException;
import dev.seedance.client.error.ResultExpiredException;
import dev.seedance.client.error.ResultMissingException;
import dev.seedance.client.error.SeedanceIoException;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.ResultVideo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest extends Downloading {

  @Test
  void makes_the_folders_and_leaves_nothing_but_the_file() throws IOException {
    server.reply(Reply.bytes(200, VIDEO));
    Path target = folder.resolve("a/b").resolve("video.mp4");

    assertThat(download(target)).isEqualTo(target.toAbsolutePath()).hasBinaryContent(VIDEO);
    assertThat(filesIn(folder.resolve("a/b"))).containsExactly(target);
  }

  @Test
  void gives_the_file_the_usual_permissions() throws IOException {
    server.reply(Reply.bytes(200, VIDEO));
    Path usual = Files.createFile(folder.resolve("usual"));

    Path file = download(folder.resolve("video.mp4"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(usual)));
  }

  @Test
  void keeps_the_old_file_until_the_new_one_is_whole() throws IOException {
    Path old = Files.writeString(folder.resolve("video.mp4"), "old");
    server.thenAlways(Reply.bytes(200, part(0, 4)).butPromise(10));
    SeedanceClient impatient = TestClient.of(server, time).retryPolicy(RetryPolicy.never()).build();

    assertThatThrownBy(() -> impatient.download(task(), old, tenSeconds()))
        .isInstanceOf(SeedanceIoException.class);

    assertThat(old).hasContent("old");
    assertThat(filesIn(folder)).containsExactly(old);
  }

  @Test
  void replaces_no_file_where_that_is_not_wanted() throws IOException {
    Path old = Files.writeString(folder.resolve("video.mp4"), "old");
    server.reply(Reply.bytes(200, VIDEO));

    assertThatThrownBy(
            () -> client.download(task(), old, DownloadOptions.defaults().withOverwrite(false)))
        .isInstanceOf(SeedanceIoException.class)
        .hasMessageContaining("FileAlreadyExistsException");
    assertThat(old).hasContent("old");
  }

  @Test
  void refuses_an_empty_file() {
    server.thenAlways(Reply.bytes(200, new byte[0]));

    assertThatThrownBy(this::download).hasMessageContaining("0 of 0 bytes have arrived");
  }

  @Test
  void names_a_folder_as_the_wrong_target() {
    assertThatThrownBy(() -> client.download(task(), folder))
        .isInstanceOf(SeedanceIoException.class)
        .hasMessageContaining("it is a folder");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void tells_that_the_link_is_dead() {
    server.reply(Reply.error(410, "gone", "expired"));

    assertThatThrownBy(this::download)
        .isInstanceOf(ResultExpiredException.class)
        .hasMessage(
            "the link "
                + server.url()
                + "/1.mp4 is dead since 2026-07-14T15:00:00Z; links live"
                + " for 24 hours");
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404})
  void takes_a_refusal_after_the_expiry_for_a_dead_link(int status) {
    server.reply(Reply.text(status, "text/plain", "no"));
    time.set(Instant.parse("2026-07-14T15:00:01Z"));

    assertThatThrownBy(this::download).isInstanceOf(ResultExpiredException.class);
  }

  @Test
  void asks_the_server_even_if_our_clock_says_that_the_link_is_dead() {
    server.reply(Reply.bytes(200, VIDEO));
    time.set(Instant.parse("2027-01-01T00:00:00Z"));

    assertThat(download()).hasBinaryContent(VIDEO);
  }

  @Test
  void takes_404_before_the_expiry_for_what_it_is() {
    server.reply(Reply.text(404, "text/plain", "no"));

    assertThatThrownBy(this::download).isInstanceOf(NotFoundException.class);
  }

  @Test
  void follows_redirects_without_the_key() {
    server.reply(
        Reply.bytes(302, new byte[0]).with("Location", "/elsewhere.mp4"), Reply.bytes(200, VIDEO));

    assertThat(download()).hasBinaryContent(VIDEO);
    assertThat(server.calls().get(1).path()).isEqualTo("/elsewhere.mp4");
    assertThat(headers("Authorization")).containsOnlyNulls();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/a%7Cb?sig={x}|^ /a%7Cb?sig=%7Bx%7D%7C%5E",
        "/100%.mp4?a[0]=% /100%25.mp4?a%5B0%5D=%25",
        "/ü.mp4 /%C3%BC.mp4"
      })
  void an_address_or_a_redirect_may_hold_what_java_does_not_take(String given, String called) {
    server.reply(Reply.bytes(302, new byte[0]).with("Location", called), Reply.bytes(200, VIDEO));
    client.download(TestClient.completedTask(server.url() + given), folder.resolve("video.mp4"));
    assertThat(server.calls())
        .extracting(ScriptedServer.Call::path)
        .containsExactly(called, called);
  }

  @Test
  void a_redirect_to_no_address_is_refused() {
    server.thenAlways(Reply.bytes(302, new byte[0]).with("Location", "http://[zz]/|"));
    assertThatThrownBy(this::download).isInstanceOf(SeedanceIoException.class);
  }

  @Test
  void does_not_run_in_circles() {
    server.thenAlways(Reply.bytes(302, new byte[0]).with("Location", "/1.mp4"));

    assertThatThrownBy(this::download).hasMessageContaining("redirects in circles");
    assertThat(server.calls()).hasSize(6);
  }

  @Test
  void leaves_nothing_behind_when_it_is_cancelled() throws Exception {
    server.reply(Reply.bytes(200, part(0, 4)).butPromise(10).thenStall());
    var begun = new CompletableFuture<Long>();

    CompletableFuture<Path> file =
        client
            .async()
            .download(
                task(),
                folder.resolve("video.mp4"),
                DownloadOptions.defaults().withListener((bytes, total) -> begun.complete(total)));

    assertThat(begun.get()).isEqualTo(10);
    var atItsEnd = file.handle((path, failure) -> folder.toFile().list());
    assertThat(file.cancel(true)).isTrue();
    assertThat(file).isCancelled();
    assertThat(atItsEnd.get()).as("what waits for it may end the program next").isEmpty();
  }

  @Test
  void tells_a_listener_how_it_goes() {
    var heard = new ArrayList<String>();
    server.reply(Reply.bytes(200, VIDEO));

    client.download(
        task(),
        folder.resolve("v.mp4"),
        DownloadOptions.defaults().withListener((bytes, total) -> heard.add(bytes + "/" + total)));

    assertThat(heard).containsExactly("10/10");
  }

  @Test
  void says_what_to_do_about_several_videos() {
    GenerationTask task = task();
    task.getResult().addDataItem(new ResultVideo().url("http://127.0.0.1/2.mp4"));

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> client.download(task, folder.resolve("v.mp4")))
        .withMessage("task tsk_vid_1 has 2 videos: download each url");
  }

  @Test
  void misses_the_video_of_a_task_that_has_none() {
    assertThatThrownBy(
            () -> client.download(new GenerationTask().id("tsk_vid_1"), folder.resolve("v.mp4")))
        .isInstanceOf(ResultMissingException.class);
  }

  private static DownloadOptions tenSeconds() {
    return DownloadOptions.defaults().withTimeout(Duration.ofSeconds(10));
  }
}
