package dev.seedance.contract.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The star of modules: each sees what it may, and no more. */
@AnalyzeClasses(locations = Modules.class)
class ArchitectureTest {

  private static final String VALIDATOR = "dev.seedance.validator..";
  private static final String CLIENT = "dev.seedance.client..";
  private static final String MOCK = "dev.seedance.mock..";

  @ArchTest
  static final ArchRule the_contract_depends_on_nothing =
      classes()
          .that()
          .resideInAnyPackage("dev.seedance.spec", "dev.seedance.spec.media")
          .and()
          .doNotHaveFullyQualifiedName("dev.seedance.spec.Vector") // says that it wants Jackson
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.seedance.spec", "dev.seedance.spec.media", "java..", "org.jspecify..")
          .because(
              "the contract is data: whoever reads it must not inherit a parser or a framework");

  @ArchTest
  static final ArchRule the_validator_stands_alone =
      noClasses()
          .that()
          .resideInAPackage(VALIDATOR)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CLIENT, MOCK, "io.micronaut..", "io.netty..", "java.net.http..")
          .because("teams put the rules into their own programs: no server, no client, no HTTP");

  @ArchTest
  static final ArchRule the_client_does_not_know_the_mock =
      noClasses()
          .that()
          .resideInAPackage(CLIENT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(MOCK, "io.micronaut..", "io.netty..")
          .because("a client that knows its server proves nothing about other servers");

  @ArchTest
  static final ArchRule the_mock_does_not_know_the_client =
      noClasses()
          .that()
          .resideInAPackage(MOCK)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CLIENT)
          .because("the mock answers any client; what ours expects is proven by the pacts");

  @ArchTest
  static final ArchRule the_test_kit_brings_nothing =
      classes()
          .that()
          .resideInAPackage("dev.seedance.mock.testkit..")
          .and()
          .doNotHaveSimpleName("SeedanceMockContainer") // for those who have Testcontainers
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.seedance.mock.testkit..", "java..", "org.jspecify..", "org.junit..")
          .because("a library in a reader's tests must not meet the versions of his framework");

  @ArchTest
  static final ArchRule nobody_reaches_into_the_validator_s_internals =
      noClasses()
          .that()
          .resideOutsideOfPackage(VALIDATOR)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.seedance.validator.internal..")
          .because("the front door is RequestValidator: what is behind it may change");

  @ArchTest
  static final ArchRule the_verifier_knows_no_server =
      noClasses()
          .that()
          .resideInAPackage("dev.seedance.contract.verify..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(MOCK, VALIDATOR, "io.micronaut..", "io.netty..")
          .because("it holds any server to the contract, so it may know no other than over HTTP");
}
