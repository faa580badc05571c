package dev.seedance.mock;

import dev.seedance.mock.account.Prices;
import dev.seedance.mock.media.FrameSizes;
import dev.seedance.mock.upload.UploadSpace;
import dev.seedance.validator.RequestValidator;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Locale;

/** The parts of the server that are not made for it: the validator and the data. */
@Factory
final class MockBeans {

  @Singleton
  RequestValidator validator(MockOptions options) {
    return RequestValidator.builder().revision(options.revision()).locale(Locale.ENGLISH).build();
  }

  @Singleton
  FrameSizes frameSizes() {
    return FrameSizes.load();
  }

  @Singleton
  Prices prices() {
    return Prices.load();
  }

  @Singleton
  UploadSpace uploadSpace(MockOptions options) {
    return new UploadSpace(options.bounds());
  }
}
