package dev.seedance.contract.lifecycle;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A story that a server fails in shrinks to a short one, told in words, with its seed. */
class ShrinkingTest {

  private static EngineExecutionResults run;

  @BeforeAll
  static void run_the_property_against_a_liar() {
    run =
        EngineTestKit.engine("jqwik")
            .configurationParameter("jqwik.database", "target/jqwik-database-of-liars")
            .configurationParameter("jqwik.reporting.usejunitplatform", "true")
            .configurationParameter("jqwik.shrinking.bounded.seconds", "600")
            .selectors(selectClass(LyingServerProperty.class))
            .execute();
  }

  @Test
  void the_shrunk_story_is_short_and_in_words() {
    assertThat(steps())
        .hasSizeBetween(2, 4)
        .allMatch(step -> step.matches("(submit|poll|move time|set the clock|make) .+"))
        .anyMatch(step -> step.startsWith("submit order-"));
  }

  @Test
  void the_failure_names_the_invariant_and_both_answers() {
    assertThat(failure())
        .contains("progress-never-falls: Progress never falls while a task runs")
        .containsPattern("But \\{.*\"status\":\"in_progress\".*} came after \\{.*}");
  }

  @Test
  void the_report_has_the_seed() {
    String report =
        run.allEvents()
            .reportingEntryPublished()
            .map(event -> event.getRequiredPayload(ReportEntry.class))
            .map(entry -> entry.getKeyValuePairs().toString())
            .collect(joining("\n"));
    assertThat(report).contains("seed = 7").contains("Shrunk Sample");
  }

  private static String failure() {
    return run.testEvents()
        .failed()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> result.getThrowable().orElseThrow().getMessage())
        .collect(joining("\n"));
  }

  /** Returns the actions that the failure lists, one a line. */
  private static List<String> steps() {
    String message = failure();
    return message
        .substring(message.indexOf("actions: [") + 10, message.indexOf("final state"))
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.equals("]"))
        .toList();
  }
}
