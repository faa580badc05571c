package dev.seedance.contract.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.Slice;

/** Packages of a module import each other one way. */
@AnalyzeClasses(locations = Modules.class)
class CyclesTest {

  @ArchTest static final ArchRule the_contract_has_no_cycle = noCycleIn("spec");
  @ArchTest static final ArchRule the_validator_has_no_cycle = noCycleIn("validator");
  @ArchTest static final ArchRule the_client_has_no_cycle = noCycleIn("client");
  @ArchTest static final ArchRule the_mock_has_no_cycle = noCycleIn("mock");
  @ArchTest static final ArchRule the_verifier_has_no_cycle = noCycleIn("contract");

  private static ArchRule noCycleIn(String module) {
    return slices()
        .matching("dev.seedance.(**)")
        .that(describe("are of " + module, slice -> isOf(slice, module)))
        .should()
        .beFreeOfCycles()
        .because("a package in a cycle can only be read with all the others of it");
  }

  private static boolean isOf(Slice slice, String module) {
    String name = slice.getNamePart(1);
    return name.equals(module) || name.startsWith(module + ".");
  }
}
