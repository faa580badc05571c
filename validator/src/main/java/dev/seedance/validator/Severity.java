package dev.seedance.validator;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The weight of a violation. The JSON form is the name in lower case. */
public enum Severity {
  /** The request is invalid: the provider refuses it, or does something else than was asked for. */
  ERROR,
  /** The request is valid, but the caller should look. */
  WARNING;

  private final String json = name().toLowerCase(Locale.ROOT);

  /** Returns the JSON form: {@code error} or {@code warning}. */
  @JsonValue
  public String json() {
    return json;
  }
}
