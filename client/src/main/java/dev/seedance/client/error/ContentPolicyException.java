package dev.seedance.client.error;

/**
 * Moderation turned the request down before anything was rendered: 422, or 400 with a code of the
 * upstream such as {@code InputImageSensitiveContentDetected.PrivacyInformation}. Other words or
 * pictures may pass.
 */
public final class ContentPolicyException extends SeedanceApiException {

  private static final long serialVersionUID = 1L;

  /**
   * Reports an error of the server.
   *
   * @param error read from the response
   */
  public ContentPolicyException(ApiError error) {
    super(error);
  }
}
