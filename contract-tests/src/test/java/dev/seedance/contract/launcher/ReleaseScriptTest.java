package dev.seedance.contract.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that gives a release its version and its notes, in a project of three files. */
class ReleaseScriptTest {

  private static final Path SCRIPT =
      Checkout.ROOT.resolve("contract-tests/distribution/release.sh");

  @TempDir private Path project;

  @BeforeEach
  void create() throws Exception {
    write(
        "pom.xml",
        """
        <project>
          <version>0.3.0-SNAPSHOT</version>
          <project.build.outputTimestamp>2020-01-01T00:00:00Z</project.build.outputTimestamp>
          <other.version>0.3.0</other.version>
        </project>
        """);
    write(
        "page.md",
        """
        <version>0.3.0-SNAPSHOT</version>, seedance-client:0.3.0-SNAPSHOT
        seedance-mock-server-0.3.0-SNAPSHOT-cli.jar, and a history of 0.3.0-SNAPSHOT
        """);
    write(
        "CHANGELOG.md",
        """
        # Changelog

        ## Unreleased

        ### Added

        - A door.

        ## 0.2.0 - 2026-01-02

        - A house.
        """);
    assertThat(run("git", "init", "--quiet").code()).isZero();
    assertThat(run("git", "add", ".").code()).isZero();
  }

  @Test
  void a_snapshot_is_not_released() throws Exception {
    Ended ended = release("check", "v0.3.0-SNAPSHOT");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.printed()).contains("0.3.0-SNAPSHOT is a snapshot");
  }

  @Test
  void a_release_takes_over_what_is_unreleased() throws Exception {
    assertThat(release("prepare", "0.3.0").code()).isZero();

    assertThat(read("pom.xml"))
        .contains("  <version>0.3.0</version>")
        .containsPattern("outputTimestamp>20\\d\\d-\\d\\d-\\d\\dT00:00:00Z<")
        .doesNotContain("2020-01-01");
    assertThat(read("page.md"))
        .contains("<version>0.3.0</version>, seedance-client:0.3.0\n")
        .contains("seedance-mock-server-0.3.0-cli.jar, and a history of 0.3.0-SNAPSHOT");
    assertThat(read("CHANGELOG.md")).containsPattern("\n## 0\\.3\\.0 - 20\\d\\d-\\d\\d-\\d\\d\n");
    assertThat(release("notes").printed()).isEqualTo("### Added\n\n- A door.\n");
    assertThat(release("notes", "0.2.0").printed()).isEqualTo("- A house.\n");
    assertThat(release("check", "v0.3.0").code()).isZero();
    assertThat(release("check", "v0.3.1").printed())
        .contains("the tag is 'v0.3.1', expected 'v0.3.0'");
  }

  @Test
  void the_next_version_begins_with_nothing_unreleased() throws Exception {
    release("prepare", "0.3.0");

    assertThat(release("prepare", "0.4.0-SNAPSHOT").code()).isZero();

    assertThat(read("pom.xml"))
        .contains("  <version>0.4.0-SNAPSHOT</version>")
        .contains("<other.version>");
    assertThat(read("CHANGELOG.md")).contains("\n## Unreleased\n\n## 0.3.0 - ");
    assertThat(release("notes", "Unreleased").printed()).isEmpty();
  }

  @Test
  void a_version_without_notes_is_not_released() throws Exception {
    release("prepare", "0.3.0");
    write("CHANGELOG.md", "# Changelog\n");
    assertThat(release("check", "v0.3.0").printed()).contains("no notes below '## 0.3.0'");
  }

  private Ended release(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("sh", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    return run(command.toArray(String[]::new));
  }

  private Ended run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), printed);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(project.resolve(file), text);
  }

  private String read(String file) throws IOException {
    return Files.readString(project.resolve(file));
  }

  private record Ended(int code, String printed) {}
}
