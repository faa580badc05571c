package dev.seedance.mock.http;

import dev.seedance.validator.Rule;
import dev.seedance.validator.Severity;
import dev.seedance.validator.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body that is longer than its limit. No other place words the refusal.
 *
 * @param bytes the length of the body; null if nobody knows it, as of one in chunks
 * @param limit what it is over
 */
public record BodySize(@Nullable Long bytes, BodyLimit limit) {

  /**
   * Checks a body that was read for a call that carries no media.
   *
   * @throws ApiException 413 if it is longer than {@link BodyLimit#WITHOUT_MEDIA}
   */
  static void requireWithoutMedia(byte[] body) {
    require(body, BodyLimit.WITHOUT_MEDIA);
  }

  /**
   * Checks a body that was read.
   *
   * @throws ApiException 413 if it is longer than a limit
   */
  public static void require(byte[] body, BodyLimit limit) {
    if (body.length > limit.bytes()) {
      var size = new BodySize((long) body.length, limit);
      throw ApiException.tooLarge(size.message(), size.violation());
    }
  }

  /** Returns the refusal in the shape of the endpoint at a path. */
  public ShapedError refusal(String path) {
    return ShapedError.of(path, ErrorCode.REQUEST_TOO_LARGE.status(), body());
  }

  ErrorBody body() {
    return ErrorBody.of(ErrorCode.REQUEST_TOO_LARGE, message(), null, List.of(violation()));
  }

  private String message() {
    return "the body has %s bytes; at most %d are read: %s"
        .formatted(
            bytes == null ? "more than " + limit.bytes() : bytes, limit.bytes(), limit.advice());
  }

  private Violation violation() {
    return new Violation(Rule.BODY_TOO_LARGE.id(), Severity.ERROR, "", message(), bytes, List.of());
  }
}
