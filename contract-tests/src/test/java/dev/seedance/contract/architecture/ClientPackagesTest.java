package dev.seedance.contract.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the client's packages, the generated ones included. */
@AnalyzeClasses(packages = "dev.seedance.client", importOptions = DoNotIncludeTests.class)
class ClientPackagesTest {

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
}
