package dev.seedance.mock;

import dev.seedance.mock.generation.LateValidator;
import dev.seedance.mock.upload.UploadSpace;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The parts of the server that are not made for it alone. */
@Factory
final class MockBeans {

  @Singleton
  LateValidator validator(MockOptions options) {
    return new LateValidator(options.revision());
  }

  @Singleton
  UploadSpace uploadSpace(MockOptions options) {
    return new UploadSpace(options.bounds());
  }
}
