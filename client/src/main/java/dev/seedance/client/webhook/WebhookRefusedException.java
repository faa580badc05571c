package dev.seedance.client.webhook;

import dev.seedance.client.error.SeedanceException;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that cannot be trusted. Respond with 400 and do nothing else; a real one comes again.
 */
public final class WebhookRefusedException extends SeedanceException {

  private static final long serialVersionUID = 1L;

  /** The reason for which a delivery is refused. */
  public enum Reason {
    /** A header is missing or can't be read. */
    HEADER,
    /** The timestamp is too far off: a replay, or a wrong clock. */
    STALE,
    /** No signature matches: forged, changed on the way, or another secret. */
    SIGNATURE,
    /** Header and body name different events. */
    ID,
    /** Signed, but not an event. */
    BODY
  }

  private final Reason reason;

  WebhookRefusedException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Returns the reason. */
  public Reason reason() {
    return reason;
  }
}
