package dev.seedance.mock.cli;

import static dev.seedance.mock.options.MockOptions.API_KEYS;
import static dev.seedance.mock.options.MockOptions.BALANCE;
import static dev.seedance.mock.options.MockOptions.CLOCK;
import static dev.seedance.mock.options.MockOptions.CLOCK_START;
import static dev.seedance.mock.options.MockOptions.CONFIG;
import static dev.seedance.mock.options.MockOptions.CORS_ORIGINS;
import static dev.seedance.mock.options.MockOptions.HOST;
import static dev.seedance.mock.options.MockOptions.IDLE_TIMEOUT;
import static dev.seedance.mock.options.MockOptions.LOG_FORMAT;
import static dev.seedance.mock.options.MockOptions.MAX_ASSETS;
import static dev.seedance.mock.options.MockOptions.MAX_BODY;
import static dev.seedance.mock.options.MockOptions.MAX_BYTES_IN_FLIGHT;
import static dev.seedance.mock.options.MockOptions.MAX_CONNECTIONS;
import static dev.seedance.mock.options.MockOptions.MAX_DELIVERIES;
import static dev.seedance.mock.options.MockOptions.MAX_GROUPS;
import static dev.seedance.mock.options.MockOptions.MAX_JOURNAL_BYTES;
import static dev.seedance.mock.options.MockOptions.MAX_JOURNAL_ENTRIES;
import static dev.seedance.mock.options.MockOptions.MAX_MEMORY;
import static dev.seedance.mock.options.MockOptions.MAX_SANDBOXES;
import static dev.seedance.mock.options.MockOptions.MAX_SCENARIOS;
import static dev.seedance.mock.options.MockOptions.MAX_SERVER_UPLOAD_BYTES;
import static dev.seedance.mock.options.MockOptions.MAX_SNAPSHOT_BYTES;
import static dev.seedance.mock.options.MockOptions.MAX_TASKS;
import static dev.seedance.mock.options.MockOptions.MAX_UPLOAD_BYTES;
import static dev.seedance.mock.options.MockOptions.PORT;
import static dev.seedance.mock.options.MockOptions.PUBLIC_URL;
import static dev.seedance.mock.options.MockOptions.QUERY_RATE;
import static dev.seedance.mock.options.MockOptions.RATE_LIMITS;
import static dev.seedance.mock.options.MockOptions.REVISION;
import static dev.seedance.mock.options.MockOptions.SANDBOX_IDLE;
import static dev.seedance.mock.options.MockOptions.SCENARIO;
import static dev.seedance.mock.options.MockOptions.SEED;
import static dev.seedance.mock.options.MockOptions.STALL_TIMEOUT;
import static dev.seedance.mock.options.MockOptions.STOP_WITH_PROCESS;
import static dev.seedance.mock.options.MockOptions.SUBMIT_RATE;
import static dev.seedance.mock.options.MockOptions.TRUST_FORWARDED;
import static dev.seedance.mock.options.MockOptions.WEBHOOK_CA;
import static dev.seedance.mock.options.MockOptions.WEBHOOK_HOSTS;
import static dev.seedance.mock.options.StoreOptions.ADVERTISE;
import static dev.seedance.mock.options.StoreOptions.CLUSTER_SECRET;
import static dev.seedance.mock.options.StoreOptions.DATA;
import static dev.seedance.mock.options.StoreOptions.DATABASE;
import static dev.seedance.mock.options.StoreOptions.DATABASE_PASSWORD;
import static dev.seedance.mock.options.StoreOptions.DATABASE_USER;
import static dev.seedance.mock.options.StoreOptions.KEEP_SANDBOXES;
import static dev.seedance.mock.options.StoreOptions.LEASE;
import static dev.seedance.mock.options.TlsOptions.TLS;
import static dev.seedance.mock.options.TlsOptions.TLS_CERT;
import static dev.seedance.mock.options.TlsOptions.TLS_KEY;
import static dev.seedance.mock.options.TlsOptions.TLS_PORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seedance.mock.log.LogFormat;
import dev.seedance.mock.options.DatabaseUrl;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.Option;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.options.Rate;
import dev.seedance.mock.options.TlsMode;
import dev.seedance.mock.options.WebOrigin;
import dev.seedance.mock.time.ClockSetting;
import dev.seedance.mock.webhook.TestAuthority;
import dev.seedance.spec.ApiSpec;
import dev.seedance.spec.http.HttpUrl;
import dev.seedance.validator.RequestValidator;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptionsTest {

  /** What the heap has beyond the part that the server itself takes. */
  private static final long HEAP = Runtime.getRuntime().maxMemory() - (24 << 20);

  /**
   * An option of the server.
   *
   * @param byDefault its value if nothing is given
   * @param text a value in the form of the command line
   * @param value the same value as the server reads it
   */
  record Row(Option<?> option, @Nullable Object byDefault, String text, Object value) {}

  private static TestAuthority authority;
  private static Path config;

  @BeforeAll
  static void make_files(@TempDir Path directory) throws Exception {
    config = Files.createFile(directory.resolve("mock.yaml"));
    authority = new TestAuthority(directory, "dns:localhost");
  }

  static List<Row> rows() throws Exception {
    String revision = ApiSpec.revisions().get(ApiSpec.revisions().size() - 1);
    var database = new DatabaseUrl("jdbc:postgresql://db.test/mock?ssl=true", "db.test/mock");
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    return List.of(
        new Row(CONFIG, null, config.toString(), config.toString()),
        new Row(PORT, 8_080, "0", 0),
        new Row(HOST, "127.0.0.1", "0.0.0.0", "0.0.0.0"),
        new Row(PUBLIC_URL, null, "https://a.test/x", url("https://a.test/x")),
        new Row(TRUST_FORWARDED, false, "true", true),
        new Row(REVISION, ApiSpec.defaultRevision(), ApiSpec.LATEST, revision),
        new Row(CLOCK, ClockSetting.REAL, "x60", ClockSetting.scaled(60)),
        new Row(CLOCK_START, null, "2026-01-01T00:00:00Z", start),
        new Row(SEED, 0L, "-7", -7L),
        new Row(SCENARIO, "realistic", "instant", "instant"),
        new Row(API_KEYS, List.of(), "key", List.of("key")),
        new Row(WEBHOOK_HOSTS, List.of(), "a.test", List.of("a.test")),
        new Row(WEBHOOK_CA, null, authority.pem().toString(), List.of(authority.certificate())),
        new Row(RATE_LIMITS, false, "true", true),
        new Row(SUBMIT_RATE, new Rate(300, 50), "6/2", new Rate(6, 2)),
        new Row(QUERY_RATE, new Rate(3_000, 500), "60/3", new Rate(60, 3)),
        new Row(BALANCE, dollars("1000000000"), "12.5", dollars("12.5")),
        new Row(
            CORS_ORIGINS, List.of(), "http://a.test", List.of(WebOrigin.parse("http://a.test"))),
        new Row(LOG_FORMAT, LogFormat.TEXT, "json", LogFormat.JSON),
        new Row(STOP_WITH_PROCESS, null, "4711", 4_711L),
        new Row(MAX_MEMORY, HEAP / 4, "1000000000000", 1_000_000_000_000L),
        new Row(MAX_SANDBOXES, 1_000, "1", 1),
        new Row(SANDBOX_IDLE, Duration.ofDays(2), "PT10M", Duration.ofMinutes(10)),
        new Row(MAX_TASKS, 10_000, "2", 2),
        new Row(MAX_DELIVERIES, 1_000, "3", 3),
        new Row(MAX_SCENARIOS, 100, "0", 0),
        new Row(MAX_GROUPS, 1_000, "4", 4),
        new Row(MAX_ASSETS, 1_000, "5", 5),
        new Row(MAX_JOURNAL_ENTRIES, 1_000, "0", 0),
        new Row(MAX_JOURNAL_BYTES, 4L << 20, "64k", 64L << 10),
        new Row(MAX_UPLOAD_BYTES, 100L << 20, "7MiB", 7L << 20),
        new Row(MAX_SERVER_UPLOAD_BYTES, Math.min(400L << 20, HEAP / 4), "0", 0L),
        new Row(MAX_SNAPSHOT_BYTES, 192L << 20, "10000000000", 10_000_000_000L),
        new Row(MAX_CONNECTIONS, 1_024, "6", 6),
        new Row(IDLE_TIMEOUT, Duration.ofMinutes(5), "PT90S", Duration.ofSeconds(90)),
        new Row(STALL_TIMEOUT, Duration.ofSeconds(20), "PT3S", Duration.ofSeconds(3)),
        new Row(MAX_BYTES_IN_FLIGHT, Math.min(256L << 20, HEAP / 8), "1", 1L),
        new Row(MAX_BODY, RequestValidator.MAX_BODY_BYTES, "3MiB", 3 << 20),
        new Row(TLS, null, "self-signed", TlsMode.SELF_SIGNED),
        new Row(TLS_CERT, null, "a chain.pem", "a chain.pem"),
        new Row(TLS_KEY, null, "a key.pem", "a key.pem"),
        new Row(TLS_PORT, 8_443, "0", 0),
        new Row(DATA, null, "a folder", "a folder"),
        new Row(DATABASE, null, database.text(), database),
        new Row(DATABASE_USER, null, "me", "me"),
        new Row(DATABASE_PASSWORD, null, "p w", "p w"),
        new Row(LEASE, Duration.ofSeconds(10), "PT3S", Duration.ofSeconds(3)),
        new Row(ADVERTISE, null, "http://10.0.0.7:8080", url("http://10.0.0.7:8080")),
        new Row(CLUSTER_SECRET, null, "0123456789abcdef", "0123456789abcdef"),
        new Row(KEEP_SANDBOXES, Duration.ofDays(30), "P1D", Duration.ofDays(1)));
  }

  private static HttpUrl url(String text) {
    return Objects.requireNonNull(HttpUrl.parse(text));
  }

  @Test
  void every_option_is_tested() throws Exception {
    assertThat(rows()).extracting(Row::option).isEqualTo(MockOptions.ALL);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void has_a_default(Row row) {
    assertThat((Object) OptionValues.DEFAULT.get(row.option())).isEqualTo(row.byDefault());
    assertThat((Object) read(Map.of()).get(row.option())).isEqualTo(row.byDefault());
    assertThat((Object) read(Map.of(row.option().variable(), "")).get(row.option()))
        .as("an empty variable counts as absent")
        .isEqualTo(row.byDefault());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void arrives_from_the_command_line(Row row) {
    OptionValues values = read(Map.of(), argument(row));
    assertThat((Object) values.get(row.option())).isEqualTo(row.value());
    for (Row other : othersThan(row)) {
      assertThat((Object) values.get(other.option())).isEqualTo(other.byDefault());
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void arrives_from_the_environment(Row row) {
    OptionValues values = read(Map.of(row.option().variable(), row.text()));
    assertThat((Object) values.get(row.option())).isEqualTo(row.value());
    for (Row other : othersThan(row)) {
      assertThat((Object) values.get(other.option())).isEqualTo(other.byDefault());
    }
  }

  static List<Row> rows_of_a_file() throws Exception {
    return rows().stream().filter(row -> !row.option().equals(CONFIG)).toList();
  }

  @ParameterizedTest
  @MethodSource("rows_of_a_file")
  void arrives_from_the_file_and_the_environment_wins_over_it(Row row, @TempDir Path folder)
      throws Exception {
    String line = "%s: '%s'".formatted(row.option().name(), row.text());
    String file = Files.writeString(folder.resolve("mock.yaml"), line).toString();
    OptionValues values = read(Map.of(CONFIG.variable(), file));
    assertThat((Object) values.get(row.option())).isEqualTo(row.value());
    for (Row other : rows_of_a_file()) {
      if (!other.option().equals(row.option())) {
        assertThat((Object) values.get(other.option())).isEqualTo(other.byDefault());
      }
    }
    Files.writeString(Path.of(file), "%s: nonsense".formatted(row.option().name()));
    assertThat(
            (Object)
                read(Map.of(row.option().variable(), row.text()), "--config=" + file)
                    .get(row.option()))
        .isEqualTo(row.value());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void the_command_line_wins_over_the_environment(Row row) {
    assertThat(
            (Object)
                read(Map.of(row.option().variable(), "other"), argument(row)).get(row.option()))
        .isEqualTo(row.value());
  }

  @Test
  void a_variable_is_named_after_its_option() {
    assertThat(MAX_TASKS.variable()).isEqualTo("SEEDANCE_MOCK_MAX_TASKS");
    assertThat(MAX_TASKS.flag()).isEqualTo("--max-tasks");
  }

  @Test
  void a_flag_in_the_environment_is_true_or_false() {
    assertThat(read(Map.of(RATE_LIMITS.variable(), "false")).get(RATE_LIMITS)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Map.of(RATE_LIMITS.variable(), "yes")))
        .withMessage("SEEDANCE_MOCK_RATE_LIMITS: 'yes' is not valid; expected true or false");
  }

  @Test
  void several_values_are_repeated_on_the_command_line_and_separated_by_commas_elsewhere() {
    assertThat(read(Map.of(), "--api-key=b", "--api-key", "a").get(API_KEYS))
        .containsExactly("b", "a");
    assertThat(read(Map.of(API_KEYS.variable(), "b, a")).get(API_KEYS)).containsExactly("b", "a");
  }

  @Test
  void the_balance_can_be_unlimited() {
    assertThat(read(Map.of(), "--balance=unlimited").get(BALANCE)).isEmpty();
    assertThat(read(Map.of(BALANCE.variable(), "unlimited")).get(BALANCE)).isEmpty();
  }

  private static List<Row> othersThan(Row row) {
    try {
      return rows().stream().filter(other -> !other.option().equals(row.option())).toList();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String argument(Row row) {
    return row.option().isFlag() ? row.option().flag() : row.option().flag() + "=" + row.text();
  }

  private static OptionValues read(Map<String, String> environment, String... arguments) {
    return MockCommand.read(MockOptions.ALL, environment, arguments);
  }

  private static Optional<BigDecimal> dollars(String amount) {
    return Optional.of(new BigDecimal(amount));
  }
}
