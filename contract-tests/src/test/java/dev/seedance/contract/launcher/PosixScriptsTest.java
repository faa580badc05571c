package dev.seedance.contract.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.seedance.contract.docs.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts that users run, and the shell listings of the docs, need neither bash nor GNU. */
class PosixScriptsTest {

  /** Forms of tools that BSD, and so macOS, does not have. */
  private static final Pattern GNU_ONLY =
      Pattern.compile(
          String.join(
              "|",
              "readlink -\\w*[fem]",
              "\\brealpath\\b",
              "\\bsed( -\\w+)* (-i(?!\\.)|-\\w*r\\b|-z\\b|--)",
              "\\bgrep( -\\w+)* (-\\w*[Pz]|--)",
              "\\bfind\\b[^|]* -(printf|quit|regextype|executable|readable|writable)\\b",
              "\\bdate\\b[^|]* (-d|-Ins|--|\\+\\S*%N)",
              "\\bmktemp\\b[^|)]* --",
              "\\bstat -\\w*c",
              "\\b(xargs -\\w*[rd]|head -n? ?-\\d|sort -\\w*[VhR]|cp -\\w*[ut]|mv -\\w*t)",
              "(?:^|[|;&(] *)(timeout|nproc|tac|mapfile|readarray|shuf|numfmt|setsid|md5sum|sha256sum)\\b(?!:)",
              "\\bsed\\b[^|]*\\\\[|+?wsb]",
              "\\b(ls|du|wc|cut|tr|sort|head|tail|tee|touch|rm|cp|mv|mkdir|ln|awk) --[a-z]"));

  @ParameterizedTest
  @MethodSource("scripts")
  void every_script_is_one_of_posix_sh(Path script) throws IOException {
    String text = Files.readString(script);
    assertThat(text).startsWith("#!/bin/sh\n");
    assertThat(gnuForms(text)).isEmpty();
    requireShellCheck();
    assertThat(Programs.filter(List.of("shellcheck", "-s", "sh", "-"), text)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_shell_listing_runs_in_any_shell(Path page) throws IOException {
    for (String listing : listings(Files.readString(page))) {
      assertThat(gnuForms(listing)).as(listing).isEmpty();
      if (Programs.runs("shellcheck", "--version")) {
        String complaints =
            Programs.filter(List.of("shellcheck", "-s", "sh", "-f", "gcc", "-"), listing);
        // Those with SC3… are about what POSIX sh does not have.
        assertThat(complaints.lines().filter(line -> line.contains("[SC3"))).as(listing).isEmpty();
      }
    }
  }

  @Test
  void the_action_needs_no_bash_of_its_own() throws IOException {
    String action = Files.readString(Checkout.ROOT.resolve("action.yml"));
    assertThat(gnuForms(action)).isEmpty();
    assertThat(action).contains("shell: sh\n").doesNotContain("shell: bash");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x=$(readlink -f y)",
        "sed -i s/a/b/ f",
        "sed -n -r 's/(a)/b/p'",
        "grep -oP 'a' f",
        "find . -name x -printf '%f'",
        "date +%s%N",
        "date -d yesterday",
        "stat -c %s f",
        "mktemp --directory",
        "xargs -r rm",
        "sed 's/a\\|b/c/'",
        "head -n -1",
        "timeout 5 x"
      })
  void forms_of_gnu_are_found(String command) {
    assertThat(gnuForms(command)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sed -n 's/^a \\(b\\)$/\\1/p'",
        "grep -i 'utf-*8$'",
        "find . -newer x -print",
        "mktemp -d",
        "sed -i.bak s/a/b/ f",
        "./seedance verify --timeout 90s",
        "head -n 1",
        "date +%s"
      })
  void forms_of_posix_are_let_through(String command) {
    assertThat(gnuForms(command)).isEmpty();
  }

  static Stream<Path> scripts() throws IOException {
    Path benchmark = Checkout.ROOT.resolve("mock-server/server/src/benchmark");
    List<Path> found;
    try (Stream<Path> files = Files.list(benchmark)) {
      found = files.filter(file -> file.toString().endsWith(".sh")).toList();
    }
    assertThat(found).isNotEmpty();
    return Stream.concat(
        Stream.of(
                "seedance",
                ".mvn/launcher-build.sh",
                "contract-tests/ci/verify.sh",
                "contract-tests/distribution/release.sh")
            .map(Checkout.ROOT::resolve),
        found.stream());
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> root = Files.list(Checkout.ROOT);
        Stream<Path> docs = Files.list(Checkout.ROOT.resolve("docs"))) {
      return Stream.concat(root, docs).filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  private static void requireShellCheck() {
    boolean there = Programs.runs("shellcheck", "--version");
    if (!there && System.getenv().containsKey("SEEDANCE_REQUIRE_SHELLS")) {
      throw new AssertionError("shellcheck is missing, and this run needs it");
    }
    assumeThat(there).as("shellcheck is there").isTrue();
  }

  private static List<String> gnuForms(String text) {
    return text.lines()
        .filter(line -> !line.strip().startsWith("#"))
        .filter(line -> GNU_ONLY.matcher(line.replaceAll(" #.*", "")).find())
        .toList();
  }

  /** Returns the shell commands of a page, without the output below a prompt. */
  private static List<String> listings(String page) {
    Stream<String> scripts =
        Pattern.compile("(?ms)^ *```(?:sh|bash)\n(.*?)^ *```$")
            .matcher(page)
            .results()
            .map(found -> found.group(1));
    Stream<String> typed =
        Pattern.compile("(?m)^ *\\$ ((?:.*\\\\\n)*.*)$")
            .matcher(page)
            .results()
            .map(found -> found.group(1));
    return Stream.concat(scripts, typed).toList();
  }
}
