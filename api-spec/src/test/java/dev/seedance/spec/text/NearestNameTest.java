package dev.seedance.spec.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNameTest {

  private static final List<String> NAMES =
      List.of("--port", "--host", "--max-tasks", "--max-body", "--clock", "--clock-start");

  @ParameterizedTest
  @CsvSource({
    "--prot, --port",
    "--PORT, --port",
    "port, --port",
    "--hots, --host",
    "--max-taks, --max-tasks",
    "--maxbody, --max-body",
    "--clock-strat, --clock-start",
    "--max_tasks, --max-tasks"
  })
  void finds_the_name_with_the_fewest_slips(String wrong, String name) {
    assertThat(NearestName.of(wrong, NAMES)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--nonsense", "x", "\uD83E\uDD91"})
  void finds_none_that_is_not_near(String wrong) {
    assertThat(NearestName.of(wrong, NAMES)).isNull();
    assertThat(NearestName.question(wrong, NAMES)).isEmpty();
  }

  @Test
  void does_not_compare_what_is_too_long_for_a_slip() {
    assertThat(NearestName.of("--port".repeat(100_000), NAMES)).isNull();
  }
}
