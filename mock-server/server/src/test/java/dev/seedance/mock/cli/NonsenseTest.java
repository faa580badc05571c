package dev.seedance.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.Option;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every option with values of every other kind: a refusal in plain words, or a value it takes. */
class NonsenseTest {

  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "\uFEFF",
          "last Tuesday",
          "-13",
          "7.25",
          "1e2147483647",
          "92233720368547758079",
          "2026-13-45T99:00:00Z",
          "PT1000000000H",
          "P",
          "http://hook.test",
          "hook.test:9000",
          "hook.test/path",
          "user@hook.test",
          "[::1]:80",
          "\uD83E\uDD91".repeat(45),
          "\u001B[31mred",
          "x".repeat(10_000),
          "%s%n{0}",
          "/",
          "../no such file.pem",
          "a,b",
          "NaN",
          "TRUE");

  /** Those that may be the name of a host. */
  private static final Set<String> NAMES =
      Set.of(
          "P",
          "PT1000000000H",
          "NaN",
          "TRUE",
          "-13",
          "7.25",
          "1e2147483647",
          "92233720368547758079");

  /** Those that may be the name of a folder or of a user, or a password. */
  private static final Set<String> LINES =
      VALUES.stream()
          .filter(value -> !value.isBlank() && !value.equals("\uFEFF"))
          .filter(value -> value.length() < 1_000 && !value.contains("\u001B"))
          .collect(Collectors.toSet());

  /** The few that are no nonsense. */
  private static final Map<String, Set<String>> TAKEN =
      Map.ofEntries(
          Map.entry("seed", Set.of("-13")),
          Map.entry("balance", Set.of("7.25")),
          Map.entry("public-url", Set.of("http://hook.test")),
          Map.entry("advertise", Set.of("http://hook.test")),
          Map.entry("cors-origin", Set.of("http://hook.test")),
          Map.entry("host", NAMES),
          Map.entry("allow-webhook-host", NAMES),
          Map.entry("data", LINES),
          Map.entry("tls-cert", LINES),
          Map.entry("tls-key", LINES),
          Map.entry("database-user", LINES),
          Map.entry("database-password", LINES),
          Map.entry(
              "cluster-secret",
              Set.of("92233720368547758079", "2026-13-45T99:00:00Z", "http://hook.test")),
          Map.entry(
              "api-key",
              Set.of(
                  "-13",
                  "7.25",
                  "1e2147483647",
                  "92233720368547758079",
                  "2026-13-45T99:00:00Z",
                  "PT1000000000H",
                  "P",
                  "http://hook.test",
                  "hook.test:9000",
                  "hook.test/path",
                  "user@hook.test",
                  "[::1]:80",
                  "%s%n{0}",
                  "/",
                  "a,b",
                  "NaN",
                  "TRUE")));

  static Stream<Arguments> options() {
    return MockOptions.ALL.stream()
        .filter(option -> !option.isFlag())
        .flatMap(option -> VALUES.stream().map(value -> Arguments.of(option, value)));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("options")
  void is_refused_in_plain_words_or_taken(Option<?> option, String value) {
    Throwable refusal = catchThrowable(() -> MockCommand.read(option.flag() + "=" + value));
    boolean isLongKey = option.name().equals("api-key") && value.length() == 10_000;
    if (isLongKey || TAKEN.getOrDefault(option.name(), Set.of()).contains(value)) {
      assertThat(refusal).isNull();
    } else {
      assertThat(refusal).as(option.flag() + "=" + value).isNotNull();
      assertPlain(String.valueOf(refusal.getMessage()), value);
      assertThat(run(option.flag() + "=" + value)).isEqualTo(2);
    }
  }

  private static void assertPlain(String message, String value) {
    assertThat(message).hasSizeLessThan(700);
    assertThat(message.chars().filter(Character::isISOControl)).isEmpty();
    assertThat(value.isBlank() ? message : message.replace(value, "…"))
        .containsAnyOf("expected ", "known: ")
        .doesNotContain("Exception", "java.", "dev.seedance", "null");
  }

  private static int run(String argument) {
    var nowhere = new PrintWriter(new StringWriter());
    return MockCommand.commandLine().setOut(nowhere).setErr(nowhere).execute(argument);
  }
}
