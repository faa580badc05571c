package dev.seedance.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.seedance.client.internal.RealTime;

/** The rules of the client's packages, the generated ones included. */
@AnalyzeClasses(packages = "dev.seedance.client", importOptions = DoNotIncludeTests.class)
class ClientArchitectureTest {

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices()
          .matching("dev.seedance.(**)")
          .should()
          .beFreeOfCycles()
          .because("a package that is read first must not need one that is read later");

  @ArchTest
  static final ArchRule building_blocks_know_no_options =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.seedance.client.internal..",
              "dev.seedance.client.error..",
              "dev.seedance.client.webhook..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.seedance.client", "dev.seedance.client.cli..")
          .because("the facade is made of them");

  @ArchTest
  static final ArchRule the_library_does_not_know_its_command_line =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.seedance.client.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.seedance.client.cli..", "picocli..", "me.tongfei..")
          .because("the libraries of the command line are optional");

  @ArchTest
  static final ArchRule real_time_has_one_door =
      noClasses()
          .that()
          .doNotBelongToAnyOf(RealTime.class)
          .should()
          .accessTargetWhere(new RealTimeAccess())
          .because("time that is injected can be tested without waiting");
}
