package dev.seedance.mock.tls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives the certificate of the server and its key, and new ones when there are any. */
interface IdentitySource {

  /**
   * Returns what the server uses from now on; null if it stays as it is.
   *
   * @throws TlsException if there is something new that can't be used; it is said once
   */
  @Nullable Identity next(Instant now);
}
