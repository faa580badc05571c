package dev.seedance.mock.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.options.StoreOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options in a YAML file. */
class ConfigFileTest {

  @TempDir private Path folder;

  @Test
  void values_are_read_as_on_the_command_line() throws Exception {
    OptionValues values =
        read(
            """
            # A server for a team.
            port: 0
            clock: x60
            clock-start: 2026-01-01T00:00:00Z
            max-memory: 64m
            rate-limits: true
            api-key: [one, "two"]
            allow-webhook-host:
              - shop.test
              - '10.0.0.7'
            cors-origin: http://a.test
            """);
    assertThat(values.get(MockOptions.PORT)).isZero();
    assertThat(values.get(MockOptions.CLOCK)).hasToString("x60");
    assertThat(values.get(MockOptions.CLOCK_START))
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(values.get(MockOptions.MAX_MEMORY)).isEqualTo(64L << 20);
    assertThat(values.get(MockOptions.RATE_LIMITS)).isTrue();
    assertThat(values.get(MockOptions.API_KEYS)).containsExactly("one", "two");
    assertThat(values.get(MockOptions.WEBHOOK_HOSTS)).containsExactly("shop.test", "10.0.0.7");
    assertThat(values.get(MockOptions.CORS_ORIGINS)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment\n", "---\n", "{}", "\uFEFFport: 0", "{port: 0}"})
  void a_file_may_be_empty_and_may_have_any_style(String text) throws Exception {
    assertThat(read(text)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\nmax-taks: 5 | 2: max-taks names no option; did you mean max-tasks?",
        "--port: 5 | 1: --port names no option; did you mean port?",
        "nonsense: 5 | 1: nonsense names no option",
        "port: 1\\nhost: a.test\\nport: 2 | 3: port is there already, in line 1; expected each name once",
        "port: many | 1: port: 'many' is not valid; expected a whole number from 0 to 65535",
        "rate-limits: yes | 1: rate-limits: 'yes' is not valid; expected true or false",
        "port: | 1: a name or a value is missing; expected lines such as 'port: 8080'",
        "port: ~ | 1: a name or a value is missing",
        "api-key: [a, null] | 1: a name or a value is missing",
        "port: [1, 2] | 1: port: a list is not valid; expected one value",
        "port: [] | 1: port: a list is not valid; expected one value",
        "port: {a: 1} | 1: an alias, or a value in a value",
        "api-key: [[a]] | 1: an alias, or a value in a value",
        "host: &a b.test\\nscenario: *a | 2: an alias, or a value in a value",
        "? [a] : b | 1: an alias, or a value in a value",
        "- port | 1: no name with a value",
        "port | 1: no name with a value",
        "port: 1\\n---\\nport: 2 | 2: a second document",
        "port: 1\\n host: a | 2: ",
        "host: 'a | 1: ",
        "port: 1\\nhost: \\b | 2: a control character; expected lines such as",
        "config: other.yaml | 1: config: a file can't name another one; expected it on the command line"
      })
  void a_wrong_file_is_refused_with_the_line(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(text.translateEscapes()))
        .withMessageContaining("mock.yaml, line " + message)
        .withMessageNotContaining("Exception");
  }

  @Test
  void a_deep_file_is_refused_and_a_long_one_is_not_read() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("port: " + "[".repeat(500_000)))
        .withMessageContaining("line 1: an alias, or a value in a value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("#".repeat(1 << 20) + "\n"))
        .withMessageContaining("is longer than 1MiB; expected a YAML file of options");
  }

  @Test
  void what_is_no_file_of_text_is_refused() throws Exception {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> values(folder))
        .withMessageContaining("is a folder; expected a YAML file of options");
    Path latin =
        Files.write(folder.resolve("latin"), "host: ü".getBytes(StandardCharsets.ISO_8859_1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> values(latin))
        .withMessageContaining("is not in UTF-8");
  }

  @Test
  void a_secret_may_lie_in_a_file_of_its_own() throws Exception {
    Path password = Files.writeString(folder.resolve("password"), " hush \r\n");
    Path keys = Files.writeString(folder.resolve("keys"), "one\n\ntwo\n");
    OptionValues values =
        read("database-password-file: %s\napi-key-file: %s".formatted(password, keys));
    assertThat(values.get(StoreOptions.DATABASE_PASSWORD)).isEqualTo("hush");
    assertThat(values.get(MockOptions.API_KEYS)).containsExactly("one", "two");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("api-key: a\napi-key-file: " + keys))
        .withMessageContaining("mock.yaml, line 1: api-key and")
        .withMessageContaining("mock.yaml, line 2: api-key-file are both given");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("port-file: x"))
        .withMessageContaining("names no option");
  }

  private OptionValues read(String text) throws IOException {
    return values(Files.writeString(folder.resolve("mock.yaml"), text));
  }

  private static OptionValues values(Path file) {
    var source = ConfigFile.read("--config", file.toString(), MockOptions.ALL);
    return OptionValues.read(MockOptions.ALL, source);
  }
}
