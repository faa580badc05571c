package dev.seedance.contract.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.seedance.validator", importOptions = DoNotIncludeTests.class)
class ValidatorPackagesTest {

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
          .because("a verdict depends on the request and the capability table alone");
}
