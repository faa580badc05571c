package dev.seedance.mock.cluster;

import dev.seedance.mock.http.netty.Exchange;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The messages behind a request that waits: bounded, because no more is read meanwhile. */
final class Backlog {

  /** The head of a request, and its exchange. */
  record Head(HttpRequest request, Exchange exchange) {}

  private final Queue<Object> parts = new ArrayDeque<>();

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Adds a {@link Head}, or a part of a body. */
  void add(Object part) {
    parts.add(part);
  }

  /** Returns true if the next part is the head of another request. */
  boolean continuesWithHead() {
    return parts.peek() instanceof Head;
  }

  /** Takes the next part: a {@link Head}, or a part of a body; null if there is none. */
  @Nullable Object next() {
    return parts.poll();
  }

  /** Drops all. */
  void release() {
    for (Object part = next(); part != null; part = next()) {
      ReferenceCountUtil.release(part instanceof Head head ? head.request() : part);
    }
  }
}
