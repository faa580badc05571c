package dev.seedance.mock.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A run of its own, of sixty classes that share nothing but the annotation. */
class ParallelClassesTest {

  private static final int CLASSES = 60;

  @Test
  void sixty_classes_at_once_have_one_server_and_a_sandbox_each() {
    DiscoverySelector[] classes =
        Arrays.stream(ParallelClasses.class.getDeclaredClasses())
            .filter(ParallelClass.class::isAssignableFrom)
            .map(type -> selectClass(type))
            .toArray(DiscoverySelector[]::new);
    assertThat(classes).hasSize(CLASSES);

    EngineTestKit.engine("junit-jupiter")
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter(
            "junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter(
            "junit.jupiter.execution.parallel.config.fixed.parallelism",
            String.valueOf(CLASSES + 4))
        .selectors(classes)
        .execute()
        .testEvents()
        .assertStatistics(tests -> tests.started(CLASSES).succeeded(CLASSES));

    assertThat(ParallelClass.SEEN).hasSize(CLASSES);
    assertThat(ParallelClass.SEEN).extracting(ParallelClass.Seen::server).containsOnly(server());
    assertThat(ParallelClass.SEEN).extracting(ParallelClass.Seen::key).doesNotHaveDuplicates();
    assertThat(ParallelClass.SEEN).extracting(ParallelClass.Seen::task).doesNotHaveDuplicates();
    assertThatThrownBy(() -> new HttpCalls(server(), "key").poll("id"))
        .as("the server ends with the run")
        .isInstanceOf(UncheckedIOException.class);
  }

  private static URI server() {
    return ParallelClass.SEEN.peek().server();
  }
}
