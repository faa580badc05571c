package dev.seedance.mock.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.Option;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.options.StoreOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Options in the environment. */
class EnvironmentTest {

  private static final String PASSWORD_FILE = "SEEDANCE_MOCK_DATABASE_PASSWORD_FILE";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "SEEDANCE_MOCK_PROT, ; did you mean SEEDANCE_MOCK_PORT?",
    "SEEDANCE_MOCK_MAX_TASK, ; did you mean SEEDANCE_MOCK_MAX_TASKS?",
    "SEEDANCE_MOCK_DATABASE_PASWORD_FILE, ; did you mean SEEDANCE_MOCK_DATABASE_PASSWORD_FILE?",
    "SEEDANCE_MOCK_PORT_FILE, ; did you mean SEEDANCE_MOCK_PORT?",
    "SEEDANCE_MOCK_A_VERY_LONG_NAME_OF_NOTHING, ''"
  })
  void an_unknown_variable_is_refused_with_the_nearest_known_one(String name, String question) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Map.of(name, "1")))
        .withMessage("the environment variable '%s' names no option%s", name, question);
  }

  @Test
  void variables_of_other_programs_are_left_alone() {
    assertThat(read(Map.of("SEEDANCE_API_KEY", "x", "PATH", "/bin", "seedance_mock_x", "1")))
        .isNotNull();
  }

  @Test
  void what_kubernetes_sets_for_a_service_of_this_name_is_no_option() {
    OptionValues values =
        read(
            Map.of(
                "SEEDANCE_MOCK_SERVICE_HOST", "10.0.0.1",
                "SEEDANCE_MOCK_SERVICE_PORT", "8080",
                "SEEDANCE_MOCK_SERVICE_PORT_HTTP", "8080",
                "SEEDANCE_MOCK_PORT", "tcp://10.0.0.1:8080",
                "SEEDANCE_MOCK_PORT_8080_TCP", "tcp://10.0.0.1:8080",
                "SEEDANCE_MOCK_PORT_8080_TCP_PROTO", "tcp",
                "SEEDANCE_MOCK_DB_PORT_5432_TCP_ADDR", "10.0.0.2"));
    assertThat(values.get(MockOptions.PORT)).isEqualTo(8_080);
    assertThat(values.get(StoreOptions.DATABASE)).isNull();
  }

  static Stream<Option<?>> secrets() {
    return MockOptions.ALL.stream().filter(Option::secret);
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void each_secret_may_lie_in_a_file(Option<?> option) throws Exception {
    String value =
        option == (Object) StoreOptions.DATABASE
            ? "jdbc:postgresql://db.test/x"
            : "a-long-enough-secret";
    Path file = Files.writeString(folder.resolve("secret"), value + "\n");
    Object expected = read(Map.of(option.variable(), value)).get(option);
    assertThat((Object) read(Map.of(option.variable() + "_FILE", file.toString())).get(option))
        .isEqualTo(expected)
        .isNotNull();
  }

  @Test
  void secrets_are_those_that_no_list_may_show() {
    assertThat(secrets())
        .containsExactlyInAnyOrder(
            MockOptions.API_KEYS,
            StoreOptions.DATABASE,
            StoreOptions.DATABASE_PASSWORD,
            StoreOptions.CLUSTER_SECRET);
  }

  @Test
  void a_file_that_is_missing_empty_too_long_or_a_folder_is_refused() throws Exception {
    assertRefused(
        folder.resolve("none"),
        "can't be read: there is no such file; expected a file that holds the value");
    assertRefused(folder, "is a folder; expected a file that holds the value");
    assertRefused(
        Files.writeString(folder.resolve("empty"), "\n"),
        "is empty; expected a file that holds the value");
    assertRefused(
        Files.write(folder.resolve("long"), new byte[(64 << 10) + 1]), "is longer than 64KiB");
    Path wrong = Files.writeString(folder.resolve("wrong"), "hush\u0007hush");
    assertRefused(wrong, "a text of 9 characters is not valid");
  }

  @Test
  void a_secret_that_is_given_in_two_ways_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Map.of(PASSWORD_FILE, "x", "SEEDANCE_MOCK_DATABASE_PASSWORD", "y")))
        .withMessage(
            "SEEDANCE_MOCK_DATABASE_PASSWORD and %s are both given; expected one of them",
            PASSWORD_FILE);
  }

  private static void assertRefused(Path file, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Map.of(PASSWORD_FILE, file.toString())))
        .withMessageStartingWith(PASSWORD_FILE + ": ")
        .withMessageContaining(message)
        .withMessageNotContaining("hush");
  }

  private static OptionValues read(Map<String, String> variables) {
    return OptionValues.read(MockOptions.ALL, Environment.of(variables, MockOptions.ALL));
  }
}
