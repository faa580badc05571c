package dev.seedance.mock.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Each test has one sandbox, and a fresh one, in every kind of class; or the run says why not. */
class LifecycleTest {

  @ParameterizedTest
  @CsvSource({"PerClassWithParameters,3", "PerClassWithField,4", "PerMethodWithField,3"})
  void each_test_has_one_fresh_sandbox(String name, int tests) throws ReflectiveOperationException {
    run(Class.forName(LifecycleCases.class.getName() + "$" + name))
        .testEvents()
        .assertStatistics(all -> all.started(tests).succeeded(tests));
  }

  @Test
  void a_constructor_that_serves_several_tests_is_told_what_to_do() {
    run(LifecycleCases.PerClassWithConstructor.class)
        .containerEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    instanceOf(ParameterResolutionException.class),
                    message(
                        text ->
                            text.contains(
                                    "LifecycleCases$PerClassWithConstructor takes a MockServer")
                                && text.contains("take it as a parameter of the tests")))));
  }

  @ParameterizedTest
  @CsvSource({"StaticField", "FieldOfAnotherType"})
  void a_field_that_can_not_hold_it_is_told_what_is_expected(String name)
      throws ReflectiveOperationException {
    fails(
        run(Class.forName(LifecycleCases.class.getName() + "$" + name)),
        "expected a MockServer that is neither static nor final");
  }

  @Test
  void of_two_tests_at_once_on_one_instance_the_second_is_told_what_to_do() {
    var results = run(LifecycleCases.PerClassWithFieldAtOnce.class);
    results.testEvents().assertStatistics(all -> all.started(2).succeeded(1).failed(1));
    fails(results, "take MockServer as a parameter of the tests, or leave out");
  }

  private static void fails(EngineExecutionResults results, String expected) {
    results
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    instanceOf(ExtensionConfigurationException.class),
                    message(text -> text.contains(expected)))));
  }

  private static EngineExecutionResults run(Class<?> type) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
        .selectors(selectClass(type))
        .execute();
  }
}
