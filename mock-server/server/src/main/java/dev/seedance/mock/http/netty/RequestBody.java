package dev.seedance.mock.http.netty;

import dev.seedance.mock.http.BodyLimit;
import dev.seedance.mock.http.BodySize;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Counts the bytes of one request body, and holds room for them: a declared length at once, so that
 * a body that has begun also fits; a body of unknown length as it arrives. An encoded body has the
 * room that it may need when it is decoded.
 */
final class RequestBody {

  /** The most bytes that one byte is decoded to: 1032 of deflate, which no other coding reaches. */
  private static final int MOST_DECODED = 1_032;

  private final String path;
  private final BodyLimit limit;
  private final boolean encoded;
  private final BytesInFlight inFlight;
  private long seen;
  private long held;
  private boolean counts = true;

  RequestBody(HttpRequest request, BodyLimit limit, BytesInFlight inFlight) {
    this.path = request.uri();
    this.limit = limit;
    this.encoded = request.headers().contains(HttpHeaderNames.CONTENT_ENCODING);
    this.inFlight = inFlight;
  }

  /** Holds room for a declared length; returns the refusal if there is none. */
  @Nullable FullHttpResponse reserve(long declared) {
    if (declared > limit.bytes()) {
      return refused(EarlyRefusals.tooLarge(path, new BodySize(declared, limit)));
    }
    return hold(room(declared));
  }

  /** Counts bytes that have arrived; returns the refusal if they are too many. */
  @Nullable FullHttpResponse add(int bytes) {
    seen += bytes;
    if (!counts) {
      return null;
    }
    if (seen > limit.bytes()) {
      return refused(EarlyRefusals.tooLarge(path, new BodySize(null, limit)));
    }
    return hold(room(seen) - held);
  }

  private long room(long bytes) {
    return encoded ? Math.min(limit.bytes(), MOST_DECODED * bytes) : bytes;
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
