package dev.seedance.mock.http.netty;

import dev.seedance.mock.measure.Measure;
import dev.seedance.mock.measure.Measured;
import dev.seedance.mock.time.RealTime;
import io.micronaut.http.netty.channel.EventLoopGroupRegistry;
import io.netty.util.concurrent.EventExecutor;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/**
 * The time that work waits for an event loop, measured when it is asked for: the longest of all
 * loops. Blocks the thread that asks, at most for {@link #LIMIT}, and must not be an event loop.
 */
@Singleton
final class EventLoopLag implements Measured {

  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final Provider<EventLoopGroupRegistry> loops;
  private final RealTime realTime;

  EventLoopLag(Provider<EventLoopGroupRegistry> loops, RealTime realTime) {
    this.loops = loops;
    this.realTime = realTime;
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        new Measure(
            "event_loop_lag_seconds",
            Measure.Kind.GAUGE,
            "Time that work waits for the busiest event loop, measured now, at most 1.",
            List.of(),
            () -> Map.of(List.of(), seconds(longest()))));
  }

  private Duration longest() {
    Duration begun = realTime.flowed();
    List<Future<?>> turns = new ArrayList<>();
    for (EventExecutor loop : loops.get().getDefaultEventLoopGroup()) {
      turns.add(loop.submit(() -> {}));
    }
    try {
      for (Future<?> turn : turns) {
        Duration left = LIMIT.minus(realTime.flowed().minus(begun));
        RealTime.await(turn, left.isNegative() ? Duration.ZERO : left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Duration lag = realTime.flowed().minus(begun);
    return lag.compareTo(LIMIT) < 0 ? lag : LIMIT;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
