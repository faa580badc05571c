package dev.seedance.client;

import dev.seedance.client.model.Violation;
import java.util.List;

/**
 * Checks a request before it costs money. The toolkit's validator is used by itself if it is on the
 * class path.
 */
@FunctionalInterface
public interface RequestCheck {

  /**
   * Checks a request.
   *
   * @param json the request as it would be sent, UTF-8
   * @return the broken rules, warnings too; empty if there are none
   */
  List<Violation> check(byte[] json);

  /**
   * Returns the default: the toolkit's validator if it is on the class path, else {@link #none}.
   */
  static RequestCheck onClassPath() {
    return RequestChecks.onClassPath();
  }

  /**
   * Returns the toolkit's validator for a revision of the contract.
   *
   * @param revision such as {@code 2026-06}, or {@code latest}
   * @throws IllegalArgumentException if the validator does not know the revision
   * @throws IllegalStateException if the validator is not on the class path
   */
  static RequestCheck ofRevision(String revision) {
    return RequestChecks.ofRevision(revision);
  }

  /** Accepts everything and leaves the verdict to the server. */
  static RequestCheck none() {
    return json -> List.of();
  }
}
