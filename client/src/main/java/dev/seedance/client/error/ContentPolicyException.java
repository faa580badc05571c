package dev.seedance.client.error;

/** Moderation turned the request down before anything was rendered (422). */
public final class ContentPolicyException extends SeedanceApiException {

  private static final long serialVersionUID = 1L;

  /**
   * Tells what the server has answered.
   *
   * @param answer what it says
   */
  public ContentPolicyException(ErrorAnswer answer) {
    super(answer);
  }
}
