package dev.seedance.contract.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/**
 * The mock server is built from ground to roof: a package imports what stands below it.
 *
 * <p>{@code docs/architecture.md} draws the floors.
 */
@AnalyzeClasses(locations = Modules.class)
class MockFloorsTest {

  private static final String MOCK = "dev.seedance.mock.";

  private static final String[] GROUND = {"time", "plan", "media", "log", "measure"};
  private static final String[] FIRST = with(GROUND, "sandbox", "options", "config");
  private static final String[] SECOND = with(FIRST, "http", "revision");
  private static final String[] STORE = with(SECOND, "store");
  private static final String[] FEATURES = {
    "scenario", "asset", "account", "limit", "journal", "review", "fault"
  };
  private static final String[] THIRD = with(with(SECOND, FEATURES), "routing");
  private static final String[] FOURTH = with(THIRD, "generation");
  private static final String[] FIFTH = with(FOURTH, "webhook", "event", "result", "upload");

  @ArchTest
  static final ArchRule time_knows_nobody =
      only("time").because("the door to real time stands on the ground");

  @ArchTest
  static final ArchRule a_plan_knows_the_ground_at_most =
      only("plan", "time", "media")
          .because("a task's state is a pure function of its plan and an instant");

  @ArchTest
  static final ArchRule measures_know_nobody =
      only("measure").because("every part tells figures of itself, whatever its floor");

  @ArchTest
  static final ArchRule the_log_knows_time =
      only("log", "time").because("every library logs there, whatever the floor of its caller");

  @ArchTest
  static final ArchRule media_knows_nobody =
      only("media").because("the writer of videos could be a library of its own");

  @ArchTest
  static final ArchRule a_sandbox_knows_time_and_options =
      only("sandbox", "time", "measure", "options")
          .because("a feature hangs on a sandbox, which knows none of them");

  @ArchTest
  static final ArchRule options_know_the_ground =
      only("options", GROUND).because("an option is said once, below all who read it");

  @ArchTest
  static final ArchRule a_config_knows_options =
      only("config", with(GROUND, "options"))
          .because("it says where options are given, and none of what they do");

  @ArchTest
  static final ArchRule http_knows_sandbox_and_options =
      only("http", FIRST).because("error bodies and JSON are the same for every feature");

  @ArchTest
  static final ArchRule a_revision_knows_http =
      only("revision", with(FIRST, "http"))
          .because("every feature may ask for the revision of a sandbox");

  @ArchTest
  static final ArchRule tls_knows_options_and_time =
      only("tls", with(GROUND, "options"))
          .because("a certificate has nothing to do with what is sent under it");

  @ArchTest
  static final ArchRule features_know_what_is_below =
      only("[scenario|asset|account|limit|journal|review]", SECOND)
          .because("each feature is read on its own");

  @ArchTest
  static final ArchRule faults_know_scenarios =
      only("fault", with(SECOND, "scenario")).because("a scenario is the data of its faults");

  @ArchTest
  static final ArchRule features_do_not_know_each_other =
      slices()
          .matching(MOCK + "(scenario|asset|account|limit|journal|review|fault)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              resideInAPackage(MOCK + "fault.."), resideInAPackage(MOCK + "scenario.."))
          .because("each feature is read on its own");

  @ArchTest
  static final ArchRule a_store_knows_no_feature =
      only("store", SECOND).because("what is stored are documents, whatever they are about");

  @ArchTest
  static final ArchRule a_cluster_knows_the_store =
      only("cluster", STORE).because("who owns a sandbox has nothing to do with what it holds");

  @ArchTest
  static final ArchRule routing_knows_the_features =
      only("routing", THIRD).because("a request is routed before anything is generated");

  @ArchTest
  static final ArchRule generation_knows_no_listener =
      only("generation", THIRD).because("a task is published to listeners that it does not know");

  @ArchTest
  static final ArchRule listeners_and_files_know_generation =
      only("[webhook|event|result|upload]", FOURTH)
          .because("they follow a task's life and do not show it");

  @ArchTest
  static final ArchRule routes_know_no_command_line =
      only(
              "[control|dashboard|snapshot]",
              with(FIFTH, "cluster", "tls", "control", "dashboard", "snapshot"))
          .because("a server runs without a command line");

  @ArchTest
  static final ArchRule nobody_imports_startup =
      noClasses()
          .that()
          .resideOutsideOfPackage(MOCK + "startup..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(MOCK + "startup..")
          .because("without the tricks for a faster start the server still works");

  private static ArchRule only(String packages, String... known) {
    return noClasses()
        .that()
        .resideInAPackage(MOCK + packages + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.seedance.mock..")
                .and(Predicates.resideOutsideOfPackages(in(with(known, packages)))));
  }

  private static String[] in(String... packages) {
    return Stream.of(packages).map(name -> MOCK + name + "..").toArray(String[]::new);
  }

  private static String[] with(String[] packages, String... more) {
    return Stream.concat(Stream.of(packages), Stream.of(more)).toArray(String[]::new);
  }
}
