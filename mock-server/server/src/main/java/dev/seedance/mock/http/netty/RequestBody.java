package dev.seedance.mock.http.netty;

import io.netty.handler.codec.http.FullHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Counts the bytes of one request body, and holds room for them: a declared length at once, so that
 * a body that has begun also fits; a body of unknown length as it arrives.
 */
final class RequestBody {

  private final String path;
  private final long limit;
  private final BytesInFlight inFlight;
  private long seen;
  private long held;
  private boolean counts = true;

  RequestBody(String path, long limit, BytesInFlight inFlight) {
    this.path = path;
    this.limit = limit;
    this.inFlight = inFlight;
  }

  /** Holds room for a declared length; returns the refusal if there is none. */
  @Nullable FullHttpResponse reserve(long declared) {
    if (declared > limit) {
      return refused(EarlyRefusals.tooLarge(path, limit));
    }
    return hold(declared);
  }

  /** Counts bytes that have arrived; returns the refusal if they are too many. */
  @Nullable FullHttpResponse add(int bytes) {
    seen += bytes;
    if (!counts) {
      return null;
    }
    if (seen > limit) {
      return refused(EarlyRefusals.tooLarge(path, limit));
    }
    return hold(seen - held);
  }

  /** Returns the number of bytes that have arrived. */
  long seen() {
    return seen;
  }

  /** Gives the room back. Further bytes are dropped, so they need none. */
  void release() {
    counts = false;
    if (held > 0) {
      inFlight.release(held);
      held = 0;
    }
  }

  private @Nullable FullHttpResponse hold(long more) {
    if (more <= 0) {
      return null;
    }
    if (!inFlight.hold(more)) {
      return refused(EarlyRefusals.busy(path, inFlight.max()));
    }
    held += more;
    return null;
  }

  private FullHttpResponse refused(FullHttpResponse refusal) {
    release();
    return refusal;
  }
}
