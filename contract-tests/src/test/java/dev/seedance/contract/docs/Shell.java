package dev.seedance.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs listings of shell commands as one reader at one prompt would: variables stay from listing to
 * listing. A command that fails, or a call whose response is an error, fails the listing.
 */
final class Shell {

  private static final Pattern MOCK = Pattern.compile("(?m)^(?:\\./)?seedance mock(.*?)&?$");
  private static final Pattern ASSIGNED =
      Pattern.compile("(?m)^ *(?:export )?([A-Za-z_][A-Za-z0-9_]*)=");

  /** The lines before each script: {@code npx} finds installed programs, and downloads nothing. */
  private static final String PROLOGUE =
      """
      set -euo pipefail
      curl() { command curl --silent --fail-with-body --max-time 60 "$@"; }
      npx() { "$@"; }
      seedance() { ./seedance "$@"; }
      [ ! -f .variables ] || . ./.variables
      """;

  private Shell() {}

  /** Runs a listing of commands alone. */
  static void run(Listing listing, Session session) throws Exception {
    requirePrograms(listing.text());
    int code = execute(listing.text(), session);
    assertThat(code)
        .as("exit code of %s, which printed%n%s", listing.where(), session.printed())
        .isEqualTo(listing.exitCode());
  }

  /** Runs a listing in which commands stand after {@code $}, and their output below. */
  static void converse(Listing listing, Session session) throws Exception {
    requirePrograms(listing.text());
    for (Exchange exchange : exchanges(listing.text())) {
      int code = execute(exchange.command(), session);
      assertThat(Transcript.matches(exchange.shown(), session.printed()))
          .as(
              "%s shows%n%s%nbut '%s' printed%n%s",
              listing.where(), exchange.shown(), exchange.command().strip(), session.printed())
          .isTrue();
      assertThat(code).as("exit code of %s", exchange.command()).isEqualTo(listing.exitCode());
    }
  }

  private record Exchange(String command, String shown) {}

  private static List<Exchange> exchanges(String text) {
    var exchanges = new ArrayList<Exchange>();
    var command = new StringBuilder();
    var shown = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (line.startsWith("$ ") && command.length() > 0) {
        exchanges.add(new Exchange(command.toString(), shown.toString()));
        command.setLength(0);
        shown.setLength(0);
      }
      boolean typed = line.startsWith("$ ") || command.toString().endsWith("\\\n");
      (typed ? command : shown)
          .append(line.startsWith("$ ") ? line.substring(2) : line)
          .append('\n');
    }
    exchanges.add(new Exchange(command.toString(), shown.toString()));
    return exchanges;
  }

  private static int execute(String commands, Session session)
      throws IOException, InterruptedException {
    Matcher mock = MOCK.matcher(commands);
    if (mock.find() && !mock.group(1).contains("--help")) {
      session.startMock(mock.group(1));
      commands = mock.replaceAll("echo 'seedance mock server ready at " + Session.SHOWN + "'");
    }
    String script = PROLOGUE + keep(commands) + session.localized(commands);
    return session.run(List.of("bash", "--noprofile", "--norc", "-c", script), Map.of());
  }

  /** Keeps assignments for the listings that follow. */
  private static String keep(String commands) {
    String names =
        ASSIGNED
            .matcher(commands)
            .results()
            .map(assigned -> assigned.group(1))
            .distinct()
            .collect(Collectors.joining(" "));
    return names.isEmpty() ? "" : "trap 'declare -p " + names + " >>.variables' EXIT\n";
  }

  private static void requirePrograms(String text) {
    Programs.require(Programs.runs("bash", "-c", "exit 0"), "bash");
    for (String program : List.of("curl", "python3", "node", "npx", "unzip", "git")) {
      if (Pattern.compile("\\b" + program + "\\b").matcher(text).find()) {
        Programs.require(
            Programs.runs(program, "--version") || Programs.runs(program, "-v"), program);
      }
    }
    if (text.contains("npx ")) {
      Programs.require(Programs.NODE_MODULES.toFile().isDirectory(), "what npm installs");
    }
  }
}
