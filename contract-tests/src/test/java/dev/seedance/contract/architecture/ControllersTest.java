package dev.seedance.contract.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A controller of the mock binds, calls and returns. */
@AnalyzeClasses(locations = Modules.class)
class ControllersTest {

  private static final String CONTROLLER = "io.micronaut.http.annotation.Controller";

  @ArchTest
  static final ArchRule controllers_are_called_so =
      classes()
          .that()
          .areAnnotatedWith(CONTROLLER)
          .should()
          .haveSimpleNameEndingWith("Controller")
          .because("the routes of a feature are found by that name");

  @ArchTest
  static final ArchRule controllers_catch_nothing =
      noClasses()
          .that()
          .areAnnotatedWith(CONTROLLER)
          .should(haveTryBlock())
          .because("one place makes the bodies of errors");

  @ArchTest
  static final ArchRule controllers_parse_nothing =
      noClasses()
          .that()
          .areAnnotatedWith(CONTROLLER)
          .should()
          .accessTargetWhere(target(describe("parses text", ControllersTest::parses)))
          .because("a value of the wrong form has the same error on every route");

  @ArchTest
  static final ArchRule controllers_know_no_json_and_no_plan =
      noClasses()
          .that()
          .areAnnotatedWith(CONTROLLER)
          .should()
          .dependOnClassesThat(describe("are Jackson's or Plan", ControllersTest::isBodyOrPlan))
          .because("bodies and plans have their own places");

  private static boolean parses(AccessTarget target) {
    return target.getName().startsWith("parse")
        || (target.getName().equals("valueOf") && !target.getOwner().isEquivalentTo(String.class));
  }

  private static boolean isBodyOrPlan(JavaClass type) {
    return type.getPackageName().startsWith("com.fasterxml.jackson")
        || type.getSimpleName().equals("Plan");
  }

  private static ArchCondition<JavaClass> haveTryBlock() {
    return new ArchCondition<>("have a try block") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getCodeUnits().stream()
            .flatMap(unit -> unit.getTryCatchBlocks().stream())
            .forEach(block -> events.add(SimpleConditionEvent.satisfied(block, block.toString())));
      }
    };
  }
}
