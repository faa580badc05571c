package dev.seedance.mock.generation;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.validator.Capabilities;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.ValidationReport;
import io.micronaut.core.util.SupplierUtil;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.function.Supplier;

/** The validator of the server's revision, created when it is first needed. Thread-safe. */
@Singleton
public final class Validator {

  private final Supplier<RequestValidator> validator;

  Validator(OptionValues options) {
    String revision = options.get(MockOptions.REVISION);
    validator =
        SupplierUtil.memoized(
            () -> RequestValidator.builder().revision(revision).locale(Locale.ENGLISH).build());
  }

  /** Validates a body as it would be sent. */
  public ValidationReport validate(byte[] body) {
    return validator.get().validate(body);
  }

  /** Returns the capabilities of the models. */
  public Capabilities capabilities() {
    return validator.get().capabilities();
  }
}
