package dev.seedance.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.mock.options.Bounds;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.Rate;
import dev.seedance.mock.options.RateLimits;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class LimitOptionsTest {

  @Test
  void without_an_option_the_defaults_of_the_builder_hold() {
    assertThat(parse()).isEqualTo(MockOptions.builder().build());
  }

  @Test
  void every_option_arrives() {
    MockOptions options =
        parse(
            "--rate-limits",
            "--submit-rate=6/2",
            "--query-rate=60/3",
            "--balance=12.5",
            "--cors-origin=http://localhost:5173",
            "--sandbox-idle=PT10M",
            "--max-sandboxes=2",
            "--max-tasks=3",
            "--max-journal-entries=4",
            "--max-journal-bytes=5",
            "--max-upload-bytes=6",
            "--max-server-upload-bytes=7",
            "--max-connections=8",
            "--max-bytes-in-flight=9",
            "--max-snapshot-bytes=10",
            "--max-scenarios=11",
            "--max-groups=12",
            "--max-assets=13",
            "--max-deliveries=14");
    assertThat(options.rateLimits())
        .isEqualTo(new RateLimits(true, new Rate(6, 2), new Rate(60, 3)));
    assertThat(options.balance()).isEqualTo(new BigDecimal("12.5"));
    assertThat(options.corsOrigins()).containsExactly("http://localhost:5173");
    assertThat(options.maxSandboxes()).isEqualTo(2);
    assertThat(options.maxTasks()).isEqualTo(3);
    assertThat(options.maxDeliveries()).isEqualTo(14);
    assertThat(options.bounds())
        .isEqualTo(new Bounds(8, 9, Duration.ofMinutes(10), 4, 5, 6, 7, 10, 11, 12, 13));
  }

  @Test
  void the_balance_can_be_unlimited() {
    assertThat(parse("--balance=unlimited").balance()).isNull();
  }

  @Test
  void what_is_out_of_range_is_named() {
    assertThatThrownBy(() -> parse("--balance=much")).hasMessageContaining("'much'");
    assertThatThrownBy(() -> parse("--balance=-1")).hasMessageContaining("balance is -1");
    assertThatThrownBy(() -> parse("--max-connections=0")).hasMessageContaining("maxConnections");
    assertThatThrownBy(() -> Rate.parse("300")).hasMessageContaining("300/50");
    assertThatThrownBy(() -> Rate.parse("0/1")).hasMessageContaining("out of range");
  }

  @Test
  void without_options_the_bounds_are_the_defaults() {
    assertThat(parse()).isEqualTo(MockOptions.builder().build());
  }

  private static MockOptions parse(String... arguments) {
    var limits = new LimitOptions();
    var bounds = new BoundOptions();
    CommandSpec command = CommandSpec.create();
    limits.addTo(command);
    bounds.addTo(command);
    new CommandLine(command).registerConverter(Rate.class, Rate::parse).parseArgs(arguments);
    return bounds.applyTo(limits.applyTo(MockOptions.builder())).build();
  }
}
