package dev.seedance.contract.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real time comes into each module through one class. */
@AnalyzeClasses(locations = Modules.class)
class RealTimeTest {

  /**
   * The class of each module that has real time; modules without one have none. That of the
   * contract bounds how long a file of another server may take.
   */
  private static final Set<String> DOORS =
      Set.of(
          "dev.seedance.spec.http.RemoteFiles",
          "dev.seedance.client.internal.RealTime",
          "dev.seedance.mock.time.RealTime",
          "dev.seedance.mock.testkit.Await",
          "dev.seedance.contract.verify.RealTime");

  @ArchTest
  static final ArchRule real_time_is_injected =
      noClasses()
          .that(describe("are no door", type -> !DOORS.contains(outermost(type).getName())))
          .should(readRealTime())
          .because("time that is injected can be tested without waiting");

  @ArchTest
  static void every_door_is_used(JavaClasses classes) {
    assertThat(DOORS)
        .allSatisfy(
            door -> {
              assertThat(classes.contain(door)).as("there is %s", door).isTrue();
              assertThat(uses(classes.get(door).getCodeUnits().stream())).as(door).isNotEmpty();
            });
  }

  @Test
  void every_use_of_real_time_is_seen() {
    JavaClass users = new ClassFileImporter().importClass(UsersOfRealTime.class);
    Set<String> blind =
        users.getMethods().stream()
            .filter(method -> uses(Stream.of(method)).findAny().isEmpty())
            .map(JavaCodeUnit::getName)
            .filter(name -> !name.startsWith("lambda$"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(blind)
        .containsExactly(
            "a_given_instant", "a_pool_with_idle_time", "a_timeout_that_is_only_configured");
  }

  private static ArchCondition<JavaClass> readRealTime() {
    return new ArchCondition<>("read real time or wait in it") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        uses(type.getCodeUnits().stream())
            .forEach(use -> events.add(SimpleConditionEvent.satisfied(use, use.getDescription())));
      }
    };
  }

  private static Stream<? extends JavaCodeUnitAccess<?>> uses(Stream<JavaCodeUnit> units) {
    return units
        .flatMap(
            unit ->
                Stream.of(
                        unit.getMethodCallsFromSelf(),
                        unit.getMethodReferencesFromSelf(),
                        unit.getConstructorCallsFromSelf(),
                        unit.getConstructorReferencesFromSelf())
                    .flatMap(Set::stream))
        .filter(RealTimeUse::isOne);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(RealTimeTest::outermost).orElse(type);
  }
}
