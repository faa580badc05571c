package dev.seedance.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.Option;
import dev.seedance.mock.options.OptionValues;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An option that this test alone adds to those of the server: said once, found everywhere. */
class NewOptionTest {

  private static final Option<Integer> MAX_PELICANS =
      new Option<>(
          "max-pelicans",
          "N",
          "7",
          "Pelicans that a sandbox keeps.",
          false,
          false,
          given -> pelicans(given.isEmpty() ? "7" : given.get(0)));

  private static final List<Option<?>> OPTIONS =
      Stream.concat(MockOptions.ALL.stream(), Stream.of(MAX_PELICANS)).toList();

  @Test
  void is_in_the_help() {
    assertThat(MockCommand.commandLine(OPTIONS, Map.of()).getUsageMessage())
        .containsPattern("--max-pelicans=N\\s+Pelicans that a sandbox keeps\\.\\s+Default: 7");
  }

  @Test
  void is_read_from_the_command_line() {
    assertThat(read(Map.of(), "--max-pelicans=3").get(MAX_PELICANS)).isEqualTo(3);
  }

  @Test
  void is_read_from_the_environment() {
    assertThat(read(Map.of("SEEDANCE_MOCK_MAX_PELICANS", "4")).get(MAX_PELICANS)).isEqualTo(4);
  }

  @Test
  void has_a_default() {
    assertThat(read(Map.of()).get(MAX_PELICANS)).isEqualTo(7);
    assertThat(OptionValues.DEFAULT.get(MAX_PELICANS)).isEqualTo(7);
  }

  @Test
  void is_checked_and_named_in_the_refusal() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Map.of(), "--max-pelicans=many"))
        .withMessage("--max-pelicans: 'many' is no number of pelicans");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Map.of("SEEDANCE_MOCK_MAX_PELICANS", "few")))
        .withMessage("SEEDANCE_MOCK_MAX_PELICANS: 'few' is no number of pelicans");
  }

  @Test
  void has_a_row_in_the_documentation() {
    assertThat(OptionTable.of(OPTIONS))
        .endsWith(
            "| `--max-pelicans N` | `SEEDANCE_MOCK_MAX_PELICANS` | `7` |"
                + " Pelicans that a sandbox keeps. |\n");
  }

  private static OptionValues read(Map<String, String> environment, String... arguments) {
    return MockCommand.read(OPTIONS, environment, arguments);
  }

  private static Integer pelicans(String text) {
    if (!text.matches("\\d{1,4}")) {
      throw new IllegalArgumentException("'" + text + "' is no number of pelicans");
    }
    return Integer.valueOf(text);
  }
}
