package dev.seedance.validator.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.cfg.PackageVersion;
import java.security.CodeSource;
import java.util.Objects;
import org.hibernate.validator.HibernateValidator;
import org.junit.jupiter.api.Test;

/** The runs with other versions of the libraries, listed in the POM, really have those. */
class LibraryVersionsTest {

  @Test
  void the_run_has_the_versions_that_it_is_named_after() {
    String expected = System.getProperty("libraries.hibernate-validator", "");
    assumeTrue(!expected.isEmpty(), "a run with the versions of our own build");

    assertThat(jar(HibernateValidator.class)).endsWith("hibernate-validator-" + expected + ".jar");
    assertThat(PackageVersion.VERSION).hasToString(System.getProperty("libraries.jackson"));
  }

  private static String jar(Class<?> type) {
    CodeSource source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource());
    return source.getLocation().getPath();
  }
}
