package dev.seedance.client;

import dev.seedance.client.model.Violation;
import java.util.List;

/**
 * Looks at a request before it costs money. The toolkit's validator is used by itself where it is
 * on the class path.
 */
@FunctionalInterface
public interface RequestCheck {

  /**
   * Checks a request.
   *
   * @param json the request as it would be sent, UTF-8
   * @return what is wrong, warnings too; empty where all is well
   */
  List<Violation> check(byte[] json);

  /** Accepts everything and leaves the verdict to the server. */
  static RequestCheck none() {
    return json -> List.of();
  }
}
