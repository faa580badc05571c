package dev.seedance.mock.http;

import io.micronaut.core.annotation.Introspected;

/**
 * A success of the asset and upload endpoints (section 5 of the contract).
 *
 * @param <T> the type of the data
 * @param success true
 * @param message empty
 * @param data the content
 */
@Introspected
public record Envelope<T>(boolean success, String message, T data) {

  /** Wraps data. */
  public static <T> Envelope<T> of(T data) {
    return new Envelope<>(true, "", data);
  }
}
