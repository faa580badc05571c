package dev.seedance.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.seedance.validator", importOptions = DoNotIncludeTests.class)
class ValidatorPackagesTest {

  /** The pattern begins above the module, so that its own package is a slice too. */
  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices()
          .matching("dev.seedance.(**)")
          .should()
          .beFreeOfCycles()
          .because("a package that is understood after those below it can be read alone");

  @ArchTest
  static final ArchRule constraints_do_not_know_their_validators =
      noClasses()
          .that()
          .resideInAPackage("dev.seedance.validator.constraint")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.seedance.validator.internal..")
          .because("engines find them by the service file, which ends the cycle between the two");

  @ArchTest
  static final ArchRule no_time_is_read =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Instant.class)
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .because("a verdict depends on the request and the capability table alone");
}
