package dev.seedance.mock.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar that is written to breaks the JVM that runs from it; a new one in its place does not. */
class ProgramFileTest {

  @TempDir private Path folder;
  private Path jar = Path.of("");

  @BeforeEach
  void write() throws IOException {
    jar = Files.write(folder.resolve("a.jar"), new byte[100]);
  }

  @Test
  void sees_that_the_file_is_truncated_or_written_to() throws IOException {
    ProgramFile program = ProgramFile.of(jar);
    assertThat(program.holds()).isFalse();
    Files.write(jar, new byte[10]);
    assertThat(program.holds()).isTrue();

    ProgramFile sameSize = ProgramFile.of(jar);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
    assertThat(sameSize.holds()).isTrue();
    assertThat(new String(sameSize.advice(), UTF_8)).contains(jar.toString(), "Start it again");
  }

  @Test
  void lets_a_build_put_a_new_file_in_its_place() throws IOException {
    ProgramFile program = ProgramFile.of(jar);
    Path other = Files.write(folder.resolve("new.jar"), new byte[10]);
    Files.move(other, jar, StandardCopyOption.REPLACE_EXISTING);
    assertThat(program.holds()).isFalse();
  }

  @Test
  void lets_the_file_be_deleted_which_the_jvm_still_has_open() throws IOException {
    ProgramFile program = ProgramFile.of(jar);
    Files.delete(jar);
    assertThat(program.holds()).isFalse();
  }

  @Test
  void a_process_that_runs_from_folders_has_no_such_file() {
    assertThat(ProgramFile.ofThisProcess().holds()).isFalse();
  }
}
