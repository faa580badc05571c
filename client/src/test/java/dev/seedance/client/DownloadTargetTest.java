package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.client.error.SeedanceIoException;
import dev.seedance.client.internal.PartFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.Test;

/** A download makes or replaces a regular file, and nothing else. */
class DownloadTargetTest extends Downloading {

  @Test
  void a_pipe_stays_one() throws Exception {
    Path pipe = pipe("pipe");

    assertRefused(pipe, "it is a device, a pipe or a socket, not a regular file");

    assertThat(attributes(pipe).isOther()).isTrue();
  }

  @Test
  void so_does_a_pipe_behind_a_link() throws Exception {
    Path pipe = pipe("pipe");
    Path link = Files.createSymbolicLink(folder.resolve("video.mp4"), pipe);

    assertRefused(link, "it is a device, a pipe or a socket, not a regular file");

    assertThat(attributes(link).isSymbolicLink()).isTrue();
    assertThat(attributes(pipe).isOther()).isTrue();
  }

  @Test
  void a_device_is_refused() {
    assertThatThrownBy(() -> PartFile.target(Path.of("/dev/zero")))
        .hasMessage("/dev/zero: it is a device, a pipe or a socket, not a regular file");
  }

  @Test
  void what_becomes_a_pipe_meanwhile_stays_one() throws IOException {
    Path target = folder.resolve("video.mp4");
    server.reply(Reply.bytes(200, VIDEO).meanwhile(() -> pipe("video.mp4")));

    assertThatThrownBy(() -> download(target)).isInstanceOf(SeedanceIoException.class);

    assertThat(filesIn(folder)).containsExactly(target);
    assertThat(attributes(target).isOther()).isTrue();
  }

  @Test
  void a_link_stays_one_and_what_it_leads_to_is_replaced() throws IOException {
    Path store = Files.createDirectories(folder.resolve("store"));
    Path old = Files.writeString(store.resolve("1.mp4"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("video.mp4"), Path.of("store", "1.mp4"));
    server.reply(Reply.bytes(200, VIDEO));

    assertThat(download(link)).isEqualTo(link).hasBinaryContent(VIDEO);

    assertThat(attributes(link).isSymbolicLink()).isTrue();
    assertThat(attributes(old).isRegularFile()).isTrue();
    assertThat(filesIn(store)).containsExactly(old);
  }

  @Test
  void a_link_to_no_file_yet_leads_to_one_then() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("video.mp4"), Path.of("later", "1.mp4"));
    server.reply(Reply.bytes(200, VIDEO));

    download(link);

    assertThat(folder.resolve("later").resolve("1.mp4")).hasBinaryContent(VIDEO);
  }

  @Test
  void links_in_circles_end() throws IOException {
    Path one = folder.resolve("1.mp4");
    Files.createSymbolicLink(one, Path.of("2.mp4"));
    Files.createSymbolicLink(folder.resolve("2.mp4"), Path.of("1.mp4"));

    assertRefused(one, "FileSystemLoopException");
  }

  @Test
  void a_name_may_be_as_long_as_the_file_system_takes() {
    server.reply(Reply.bytes(200, VIDEO));

    assertThat(download(folder.resolve("v".repeat(251) + ".mp4"))).hasBinaryContent(VIDEO);
  }

  private void assertRefused(Path target, String reason) throws IOException {
    int before = filesIn(folder).size();
    assertThatThrownBy(() -> download(target))
        .isInstanceOf(SeedanceIoException.class)
        .hasMessageContaining(reason);
    assertThat(server.calls()).isEmpty();
    assertThat(filesIn(folder)).hasSize(before);
  }

  private Path pipe(String name) {
    Path pipe = folder.resolve(name);
    try {
      assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
    return pipe;
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }
}
