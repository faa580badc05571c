package dev.seedance.mock.generation;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.validator.Capabilities;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.ValidationReport;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The validator of the server's revision, created when it is first needed. Thread-safe. */
@Singleton
public final class Validator {

  private final String revision;
  private volatile @Nullable RequestValidator created;

  Validator(OptionValues options) {
    this.revision = options.get(MockOptions.REVISION);
  }

  /** Validates a body as it would be sent. */
  public ValidationReport validate(byte[] body) {
    return get().validate(body);
  }

  /** Returns the capabilities of the models. */
  public Capabilities capabilities() {
    return get().capabilities();
  }

  private RequestValidator get() {
    RequestValidator validator = created;
    return validator != null ? validator : create();
  }

  private synchronized RequestValidator create() {
    RequestValidator validator = created;
    if (validator == null) {
      validator = RequestValidator.builder().revision(revision).locale(Locale.ENGLISH).build();
      created = validator;
    }
    return validator;
  }
}
