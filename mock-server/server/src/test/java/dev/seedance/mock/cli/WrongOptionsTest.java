package dev.seedance.mock.cli;

import static dev.seedance.mock.options.MockOptions.BALANCE;
import static dev.seedance.mock.options.MockOptions.CLOCK;
import static dev.seedance.mock.options.MockOptions.CLOCK_START;
import static dev.seedance.mock.options.MockOptions.CONFIG;
import static dev.seedance.mock.options.MockOptions.CORS_ORIGINS;
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
import static dev.seedance.mock.options.MockOptions.REVISION;
import static dev.seedance.mock.options.MockOptions.SANDBOX_IDLE;
import static dev.seedance.mock.options.MockOptions.SEED;
import static dev.seedance.mock.options.MockOptions.STALL_TIMEOUT;
import static dev.seedance.mock.options.MockOptions.STOP_WITH_PROCESS;
import static dev.seedance.mock.options.MockOptions.SUBMIT_RATE;
import static dev.seedance.mock.options.MockOptions.WEBHOOK_CA;
import static dev.seedance.mock.options.StoreOptions.DATA;
import static dev.seedance.mock.options.StoreOptions.KEEP_SANDBOXES;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.Option;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that options refuse. */
class WrongOptionsTest {

  /**
   * A value that an option refuses.
   *
   * @param expected the part of the message that tells what was expected
   */
  record Wrong(Option<?> option, String text, String expected) {}

  static Stream<Wrong> wrong_values() {
    return Stream.of(
        new Wrong(MAX_BODY, "2TiB", "expected a size from 1B to 1GiB, written as 64MiB"),
        new Wrong(MAX_BODY, "2GiB", "expected a size from 1B to 1GiB, written as 64MiB"),
        new Wrong(CONFIG, "missing.yaml", "there is no such file; expected a YAML file of options"),
        new Wrong(PORT, "65536", "expected a whole number from 0 to 65535"),
        new Wrong(PORT, "x", "expected a whole number from 0 to 65535"),
        new Wrong(PUBLIC_URL, "mock.test", "expected an http or https URL without user"),
        new Wrong(PUBLIC_URL, "http://mock.test/?x", "expected an http or https URL without"),
        new Wrong(
            REVISION, "2025-01", "unknown contract revision '2025-01'; known: 2026-06, 2026-08"),
        new Wrong(CLOCK, "fast", "expected real, auto, frozen, or xN such as x60"),
        new Wrong(CLOCK_START, "today", "expected an instant from 1970 to 9000"),
        new Wrong(SEED, "0.5", "expected a whole number"),
        new Wrong(WEBHOOK_CA, "missing.pem", "can't be read; expected a PEM file"),
        new Wrong(SUBMIT_RATE, "300", "expected CALLS-PER-MINUTE/BURST such as 300/50"),
        new Wrong(QUERY_RATE, "0/1", "out of range; expected 1 to 1000000"),
        new Wrong(BALANCE, "much", "expected US dollars from 0 to 1000000000 such as 12.5"),
        new Wrong(BALANCE, "-1", "expected US dollars from 0 to 1000000000 such as 12.5"),
        new Wrong(BALANCE, "1000000001", "or unlimited"),
        new Wrong(SANDBOX_IDLE, "PT0S", "expected a positive duration such as PT1H"),
        new Wrong(SANDBOX_IDLE, "1h", "expected a positive duration such as PT1H"),
        new Wrong(CORS_ORIGINS, "*", "name each origin, such as http://localhost:5173"),
        new Wrong(DATA, " ", "expected 1 to 1000 without control characters"),
        new Wrong(KEEP_SANDBOXES, "30", "expected a positive duration such as PT1H"),
        new Wrong(LOG_FORMAT, "xml", "expected text or json"),
        new Wrong(STOP_WITH_PROCESS, "0", "expected a whole number from 1"),
        new Wrong(MAX_MEMORY, "0", "expected a size from 1B, written as 64MiB"),
        new Wrong(MAX_SANDBOXES, "0", "expected a whole number from 1"),
        new Wrong(MAX_TASKS, "0", "expected a whole number from 1"),
        new Wrong(MAX_DELIVERIES, "0", "expected a whole number from 1"),
        new Wrong(MAX_SCENARIOS, "-1", "expected a whole number from 0"),
        new Wrong(MAX_GROUPS, "0", "expected a whole number from 1"),
        new Wrong(MAX_ASSETS, "0", "expected a whole number from 1"),
        new Wrong(MAX_JOURNAL_ENTRIES, "-1", "expected a whole number from 0"),
        new Wrong(MAX_JOURNAL_BYTES, "-1", "expected a size from 0B, written as 64MiB"),
        new Wrong(MAX_UPLOAD_BYTES, "-1", "expected a size from 0B, written as 64MiB"),
        new Wrong(MAX_SERVER_UPLOAD_BYTES, "-1", "expected a size from 0B, written as 64MiB"),
        new Wrong(MAX_SNAPSHOT_BYTES, "-1", "expected a size from 0B, written as 64MiB"),
        new Wrong(MAX_CONNECTIONS, "0", "expected a whole number from 1"),
        new Wrong(IDLE_TIMEOUT, "-PT1S", "expected a positive duration such as PT1H"),
        new Wrong(STALL_TIMEOUT, "20", "expected a positive duration such as PT1H"),
        new Wrong(MAX_BYTES_IN_FLIGHT, "0", "expected a size from 1B, written as 64MiB"));
  }

  @ParameterizedTest
  @MethodSource("wrong_values")
  void a_wrong_value_is_named_with_its_option_and_what_was_expected(Wrong wrong) {
    Option<?> option = wrong.option();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Map.of(), option.flag() + "=" + wrong.text()))
        .withMessageStartingWith(option.flag() + ": ")
        .withMessageContaining(wrong.text())
        .withMessageContaining(wrong.expected());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Map.of(option.variable(), wrong.text())))
        .withMessageStartingWith(option.variable() + ": ")
        .withMessageContaining(wrong.text())
        .withMessageContaining(wrong.expected());
  }

  private static void read(Map<String, String> environment, String... arguments) {
    MockCommand.read(MockOptions.ALL, environment, arguments);
  }
}
