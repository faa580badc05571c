package dev.seedance.mock.http.netty;

import dev.seedance.mock.measure.Measure;
import dev.seedance.mock.measure.Measured;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The open connections of a server, of which there are only so many. Thread-safe.
 *
 * <p>One connection too many takes the place of the one that has waited longest for a request: so
 * silent connections lock nobody out. If none waits, its first request is refused.
 */
@Singleton
public final class Connections implements Measured {

  /** Goes through the handlers of a connection. */
  public enum Event {
    /** The server stops. */
    STOPPING,
    /** Another connection needs the room, if no request is under way in this one. */
    ROOM_IS_NEEDED
  }

  private final int max;
  private final Map<Channel, Waiting> open = new ConcurrentHashMap<>();
  private final AtomicLong order = new AtomicLong();
  private volatile boolean stopping;

  /** Tells since when a connection waits for a request. */
  static final class Waiting {

    private static final long SERVING = Long.MAX_VALUE;

    private final AtomicLong order;
    private final AtomicLong since = new AtomicLong();

    private Waiting(AtomicLong order) {
      this.order = order;
      begin();
    }

    /** The connection waits from now on. */
    void begin() {
      since.lazySet(order.incrementAndGet()); // seen soon enough, and at each request
    }

    /** The connection has a request. */
    void end() {
      since.lazySet(SERVING);
    }

    private boolean lasts() {
      return since.get() != SERVING;
    }
  }

  Connections(OptionValues options) {
    this.max = options.get(MockOptions.MAX_CONNECTIONS);
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        Measure.of("connections", Measure.Kind.GAUGE, "Connections that are open.", open::size));
  }

  int max() {
    return max;
  }

  /**
   * Adds a connection; it leaves when it closes.
   *
   * @param waiting tells of requests
   * @return false if there is no room for it
   */
  boolean add(Channel channel, Waiting waiting) {
    boolean fits = open.size() < max || closeLongestWaiting();
    open.put(channel, waiting);
    channel.closeFuture().addListener(closed -> open.remove(channel));
    return fits;
  }

  /** Returns the waiting of a new connection, which has begun. */
  Waiting waiting() {
    return new Waiting(order);
  }

  /** Returns the waiting of a stream, which is a part of a connection that waits by itself. */
  static Waiting waitingOfStream() {
    return new Waiting(new AtomicLong());
  }

  private synchronized boolean closeLongestWaiting() {
    Map.Entry<Channel, Waiting> longest = null;
    for (var candidate : open.entrySet()) {
      if (longest == null || candidate.getValue().since.get() < longest.getValue().since.get()) {
        longest = candidate;
      }
    }
    if (longest == null || !longest.getValue().lasts()) {
      return false;
    }
    longest.getValue().end(); // nobody chooses it again
    longest.getKey().pipeline().fireUserEventTriggered(Event.ROOM_IS_NEEDED);
    return true;
  }

  /** Returns true when the server has begun to stop. */
  public boolean isStopping() {
    return stopping;
  }

  /** Tells every connection that the server stops. */
  public void stop() {
    stopping = true;
    open.keySet().forEach(channel -> channel.pipeline().fireUserEventTriggered(Event.STOPPING));
  }
}
