package dev.seedance.client.error;

import org.jspecify.annotations.Nullable;

/**
 * A success whose response does not keep to the contract: no JSON, or without its most important
 * fields. The outcome of the call is not known.
 */
public final class UnreadableResponseException extends SeedanceApiException {

  private static final long serialVersionUID = 1L;

  /**
   * Reports an error of the server.
   *
   * @param error read from the response
   * @param cause the parser's exception; null if the content could be parsed
   */
  public UnreadableResponseException(ApiError error, @Nullable Throwable cause) {
    super(error, cause);
  }

  @Override
  public boolean isTransient() {
    return true;
  }
}
