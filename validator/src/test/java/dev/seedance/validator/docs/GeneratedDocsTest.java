package dev.seedance.validator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.spec.ApiSpec;
import dev.seedance.validator.Capabilities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the generated pages in {@code docs/} in step with code and data, and writes them anew. */
class GeneratedDocsTest {

  /** The system property that makes these tests write the pages instead of comparing them. */
  static final String WRITE = "seedance.docs.write";

  private static final String COMMAND =
      "./mvnw -pl validator -am test -Dtest=GeneratedDocsTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -D"
          + WRITE
          + "=true";

  /** The first line of a generated page. */
  static final String NOTE =
      "<!-- Generated from code and data; do not edit. To renew: " + COMMAND + " -->";

  private static final Path DOCS = Path.of("../docs");

  @Test
  void the_page_of_the_rules_is_up_to_date() throws IOException {
    check("rules.md", new RulesPage().write());
  }

  @Test
  void the_page_of_the_capabilities_is_up_to_date() throws IOException {
    check(
        "capabilities.md",
        new CapabilitiesPage().write(ApiSpec.revisions().stream().map(Capabilities::of).toList()));
  }

  private static void check(String name, String page) throws IOException {
    Path file = DOCS.resolve(name);
    if (Boolean.getBoolean(WRITE)) {
      Files.createDirectories(DOCS);
      Files.writeString(file, page);
    }
    assertThat(file)
        .as("docs/%s is behind code and data; renew it with%n  %s%n", name, COMMAND)
        .exists()
        .content()
        .isEqualTo(page);
  }
}
