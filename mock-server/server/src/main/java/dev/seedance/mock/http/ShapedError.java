package dev.seedance.mock.http;

import java.util.Set;

/**
 * An error in the shape of the endpoint at its path: {@link ErrorBody}, or {@link Failure} of the
 * asset, upload and balance endpoints. No other place decides the shape.
 *
 * @param status the HTTP status
 * @param body an {@link ErrorBody} or a {@link Failure}
 */
public record ShapedError(int status, Object body) {

  /** Statuses that the endpoints with a {@link Failure} do not have. */
  private static final Set<Integer> REFUSED_AS_400 = Set.of(413, 415, 421);

  /** Returns an error with the status of its code. */
  public static ShapedError of(String path, ErrorCode code, String message) {
    return of(path, code.status(), code, message);
  }

  /** Returns an error with a status of its own. */
  public static ShapedError of(String path, int status, ErrorCode code, String message) {
    return of(path, status, ErrorBody.of(code, message));
  }

  static ShapedError of(String path, int status, ErrorBody body) {
    return Failure.isShapeOf(path)
        ? new ShapedError(
            REFUSED_AS_400.contains(status) ? 400 : status, Failure.of(body.error().message()))
        : new ShapedError(status, body);
  }
}
