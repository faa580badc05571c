package dev.seedance.mock.control;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.spec.ApiSpec;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads the capability table of the server's revision. */
@Singleton
final class Capabilities {

  private final String revision;

  Capabilities(OptionValues options) {
    this.revision = options.get(MockOptions.REVISION);
  }

  /** Returns the table as JSON. */
  byte[] json() {
    try (InputStream table = ApiSpec.capabilities(revision).openStream()) {
      return table.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the capabilities of " + revision, e);
    }
  }
}
