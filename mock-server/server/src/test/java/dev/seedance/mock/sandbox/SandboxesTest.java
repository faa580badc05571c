package dev.seedance.mock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestTime;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.time.RealTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxesTest {

  private final TestTime time = new TestTime();
  private final RealTime realTime = new RealTime(time);
  private final OptionValues options =
      OptionValues.DEFAULT
          .with(MockOptions.MAX_SANDBOXES, 2)
          .with(MockOptions.SANDBOX_IDLE, Duration.ofMinutes(10));
  private final Sandboxes sandboxes = new Sandboxes(List.of(), realTime, options);

  @AfterEach
  void close() {
    realTime.close();
  }

  @Test
  void a_key_keeps_its_sandbox() {
    assertThat(sandboxes.ofKey("a")).isSameAs(sandboxes.ofKey("a"));
    assertThat(sandboxes.ofKey("a")).isNotSameAs(sandboxes.ofKey("b"));
  }

  @Test
  void one_too_many_drops_the_one_that_was_idle_longest() {
    Sandbox first = sandboxes.ofKey("a");
    Sandbox second = sandboxes.ofKey("b");
    time.pass(Duration.ofMillis(1));
    sandboxes.ofKey("a");
    sandboxes.ofKey("c");
    assertThat(sandboxes.find(first.id())).isPresent();
    assertThat(sandboxes.find(second.id())).isEmpty();
  }

  @Test
  void a_reset_makes_it_fresh() {
    Sandbox used = sandboxes.ofKey("a");
    sandboxes.reset(used);
    assertThat(sandboxes.ofKey("a")).isNotSameAs(used);
    assertThat(sandboxes.ofKey("a").id()).isEqualTo(used.id());
  }

  @Test
  void an_idle_sandbox_is_dropped_when_anyone_calls() {
    Sandbox first = sandboxes.ofKey("a");
    time.pass(Duration.ofMinutes(10));
    assertThat(sandboxes.find(first.id())).isPresent();
    time.pass(Duration.ofMinutes(10).plusMillis(1));
    sandboxes.ofKey("b");
    assertThat(sandboxes.find(first.id())).isEmpty();
    assertThat(sandboxes.ofKey("a")).isNotSameAs(first);
  }

  @Test
  void a_machine_s_date_that_is_set_forward_makes_none_idle() {
    Sandbox first = sandboxes.ofKey("a");
    time.set(Duration.ofDays(3));
    sandboxes.ofKey("b");
    assertThat(sandboxes.find(first.id())).isPresent();
  }
}
