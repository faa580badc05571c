package dev.seedance.mock.http;

import io.micronaut.core.annotation.Introspected;
import java.util.List;

/**
 * A refusal of the asset, upload and balance endpoints (section 5 of the contract).
 *
 * @param success false
 * @param message says what was wrong
 */
@Introspected
public record Failure(boolean success, String message) {

  private static final List<String> PATHS =
      List.of(
          "/v1/videos/doubao-seedance-2-0/private-avatar/",
          "/v1/uploads/",
          "/v1/balance",
          "/v1/user/balance",
          "/balance",
          "/user/balance");

  /** Creates a refusal. */
  public static Failure of(String message) {
    return new Failure(false, message);
  }

  /** Tells if the endpoint at this path refuses in this shape. */
  static boolean isShapeOf(String path) {
    return PATHS.stream().anyMatch(path::startsWith);
  }
}
