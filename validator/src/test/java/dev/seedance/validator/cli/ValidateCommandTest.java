package dev.seedance.validator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.spec.ApiSpec;
import dev.seedance.validator.Rule;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

  private static final String GOOD = "{\"model\": \"seedance-2\", \"prompt\": \"a boat\"}";
  private static final String WARNED =
      "{\"model\": \"seedance-2\", \"prompt\": \"a boat\", \"ratio\": \"16:9\"}";
  private static final String BAD =
      """
      {
        "model": "seedance-2-mini",
        "prompt": "a boat",
        "duration": 5
      }
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  @BeforeEach
  void write_files() throws IOException {
    Files.writeString(folder.resolve("good.json"), GOOD);
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/bad.json"), BAD);
    Files.writeString(folder.resolve("notes.txt"), "not JSON");
  }

  private int run(String stdin, String... args) {
    return run(new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)), args);
  }

  private int run(InputStream stdin, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    if (!all.contains("--locale")) {
      all.addAll(0, List.of("--lang", "en"));
    }
    return ValidateCommand.commandLine(stdin)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all.toArray(String[]::new));
  }

  @Test
  void valid_files_exit_with_0() {
    assertThat(run("", folder.resolve("good.json").toString())).isZero();
    assertThat(out.toString())
        .contains("good.json: valid")
        .contains("1 request: 1 valid, 0 invalid");
  }

  @Test
  void shows_the_line_that_is_wrong() {
    assertThat(run("", folder.resolve("sub/bad.json").toString())).isEqualTo(1);
    assertThat(out.toString().lines())
        .containsSequence(
            "  error duration.unsupported at /duration",
            "    duration 5 is not supported by seedance-2-mini: use one of 4, 8, 10, 12, 15"
                + " (seconds); the provider's page gives 4-15 in its text but only these values in"
                + " its table; accepted since revision 2026-08: --revision latest",
            "    4 |   \"duration\": 5",
            "      |   ^")
        .contains("1 request: 0 valid, 1 invalid (1 error, 0 warnings, revision 2026-06)");
  }

  @Test
  void shows_where_json_ends() {
    assertThat(run("{\n  \"a\" 1\n}")).isEqualTo(1);
    assertThat(out.toString()).contains("-: invalid", "2 |   \"a\" 1", "|       ^");
  }

  @Test
  void long_lines_are_cut() {
    String body =
        "{\"metadata\": \""
            + "x".repeat(500)
            + "\", \"n\": 9, \"trace_id\": \""
            + "y".repeat(500)
            + "\"}";
    assertThat(run(body)).isEqualTo(1);
    assertThat(out.toString().lines()).allMatch(line -> line.length() < 200);
    assertThat(out.toString()).contains("…xxx").contains("yyy…");
  }

  @Test
  void folders_are_searched_for_json() {
    assertThat(run("", folder.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("good.json: valid", "bad.json: invalid", "2 requests: 1 valid, 1 invalid")
        .doesNotContain("notes.txt");
  }

  @Test
  void the_revision_changes_the_verdict() {
    assertThat(run("", "--revision", "2026-08", folder.toString())).isZero();
    assertThat(run("", "--revision", "latest", folder.toString())).isZero();
  }

  @Test
  void all_revisions_are_a_table() throws IOException {
    Files.writeString(folder.resolve("warned.json"), WARNED);
    assertThat(run("", "--revision", "all", folder.toString())).isEqualTo(1);
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.get(0)).matches("request +2026-06 +2026-08 +.*");
    assertThat(lines.get(1)).matches(".*good.json +valid +valid +.*valid");
    assertThat(lines.get(2)).matches(".*bad.json +1 error +valid +.*");
    assertThat(lines.get(3)).matches(".*warned.json +1 warning +1 warning +.*");
    assertThat(lines.get(2).indexOf("valid")).isEqualTo(lines.get(0).indexOf("2026-08"));
    assertThat(lines.get(4)).isEmpty();
    assertThat(lines.subList(5, 7))
        .containsExactly(
            "3 requests: 2 valid under every revision, 1 not",
            "To see what is wrong: seedance validate --revision REVISION FILE");
  }

  @Test
  void a_table_fits_a_terminal() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("d".repeat(100)));
    Files.writeString(deep.resolve("good.json"), GOOD);
    assertThat(run("", "--revision", "all", deep.toString())).isZero();
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    assertThat(out.toString()).contains("…", "d/good.json  valid");
  }

  @Test
  void all_revisions_are_one_object_a_line_in_json() throws IOException {
    assertThat(run(BAD, "--revision", "all", "--format", "json", "-")).isEqualTo(1);
    JsonNode line = new ObjectMapper().readTree(out.toString());
    assertThat(line.path("file").asText()).isEqualTo("-");
    assertThat(line.path("valid").booleanValue()).isFalse();
    assertThat(line.path("revisions").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(ApiSpec.revisions());
    assertThat(line.at("/revisions/2026-06/violations/0/rule").asText())
        .isEqualTo("duration.unsupported");
    assertThat(line.at("/revisions/2026-08/valid").booleanValue()).isTrue();
  }

  @Test
  void a_request_over_the_limit_is_told_with_its_size() {
    String file = folder.resolve("good.json").toString();
    assertThat(run("", "--max-body", "1KiB", file)).isZero();
    assertThat(run("", "--max-body", "40", file)).isEqualTo(1);
    assertThat(out.toString())
        .contains("error body.too-large", "has " + GOOD.length() + " bytes", "limit of 40");
    assertThat(run(GOOD, "--max-body", "40", "-")).isEqualTo(1);
    assertThat(out.toString()).contains("more bytes than the limit of 40");
    assertThat(run("", "--max-body", "many", "-")).isEqualTo(2);
    assertThat(err.toString()).contains("'many' is no size; write 64MiB");
  }

  @Test
  void warnings_fail_only_where_they_are_errors() {
    assertThat(run(WARNED, "-")).isZero();
    assertThat(run(WARNED, "--warnings-as-errors", "-")).isEqualTo(1);
    assertThat(out.toString())
        .contains("-: valid (0 errors, 1 warning)", "did you mean aspect_ratio?");
  }

  @Test
  void json_is_one_object_a_line() {
    assertThat(run(WARNED, "--format", "json", folder.resolve("good.json").toString(), "-"))
        .isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "{\"file\":\"" + folder.resolve("good.json") + "\",\"valid\":true,\"violations\":[]}",
            "{\"file\":\"-\",\"valid\":true,\"violations\":[{\"rule\":\"field.unknown\","
                + "\"severity\":\"warning\",\"pointer\":\"/ratio\",\"message\":\"'ratio' is no"
                + " member of this contract and is ignored: did you mean aspect_ratio?\","
                + "\"value\":\"16:9\",\"allowed\":[]}]}");
  }

  @Test
  void what_cannot_be_read_exits_with_2_and_the_rest_is_checked() {
    String missing = folder.resolve("missing.json").toString();
    assertThat(run("", missing, folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("can't read " + missing + ": there is no such file");
    assertThat(out.toString())
        .contains("bad.json: invalid", "3 requests: 1 valid, 1 invalid, 1 unreadable");
  }

  @Test
  void a_file_that_breaks_the_program_does_not_end_the_run() {
    var broken =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public byte[] readNBytes(int length) {
            throw new IllegalStateException("made to fail");
          }
        };
    assertThat(run(broken, "-", folder.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("can't check -: a fault of this program", "made to fail")
        .doesNotContain("\tat ");
    assertThat(out.toString())
        .contains("bad.json: invalid", "3 requests: 1 valid, 1 invalid, 1 unreadable");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void what_is_no_file_in_a_folder_is_told_and_the_rest_is_checked()
      throws IOException, InterruptedException {
    Path pipe = folder.resolve("a-pipe.json");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Files.createSymbolicLink(folder.resolve("b-dangling.json"), folder.resolve("nowhere"));
    Files.createSymbolicLink(folder.resolve("c-loop.json"), folder.resolve("c-loop.json"));
    Files.createSymbolicLink(folder.resolve("d-folder.json"), folder.resolve("sub"));
    Files.createDirectory(folder.resolve("e-folder.json"));
    assertThat(run("", folder.toString())).isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSize(4)
        .contains(
            "can't read " + pipe + ": it is no regular file",
            "can't read " + folder.resolve("b-dangling.json") + ": there is no such file",
            "can't read " + folder.resolve("d-folder.json") + ": it is no regular file")
        .anyMatch(line -> line.contains("c-loop.json: ") && line.contains("symbolic links"));
    assertThat(out.toString())
        .contains("bad.json: invalid", "6 requests: 1 valid, 1 invalid, 4 unreadable");
  }

  @Test
  void a_name_that_steers_a_terminal_is_escaped() throws IOException {
    Path odd = Files.writeString(folder.resolve("x\u001B[2J.json"), "{\"\u001B]0;t\": 1}");
    assertThat(run("", odd.toString(), odd + "-missing")).isEqualTo(2);
    assertThat(out.toString() + err).doesNotContain("\u001B").contains("x\\u001B[2J.json");
  }

  @Test
  void an_empty_folder_is_no_success() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(run("", empty.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("no *.json");
  }

  @Test
  void wrong_usage_exits_with_2() {
    assertThat(run("", "--revision", "2025-01", "-")).isEqualTo(2);
    assertThat(run("", "--format", "xml", "-")).isEqualTo(2);
    assertThat(run("", "--no-such-option")).isEqualTo(2);
    assertThat(run("", "--locale", "Klingon", "-")).isEqualTo(2);
    assertThat(run("", "--locale", "", "-")).isEqualTo(2);
    assertThat(run("", "")).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "unknown contract revision '2025-01'; known: 2026-06, 2026-08",
            "'Klingon' is no language; expected en or zh",
            "can't read '': the name of a file or folder is expected");
  }

  @Test
  void speaks_chinese() {
    assertThat(run(BAD, "--locale", "zh-CN", "-")).isEqualTo(1);
    assertThat(out.toString()).contains("不支持 duration 5");
  }

  @Test
  void lists_rules() {
    assertThat(run("", "--list-rules")).isZero();
    assertThat(out.toString().lines())
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(Rule.values().length)
        .contains(
            "warning  field.unknown", "error    output-format.unsupported", "warning  media.ratio");
  }
}
