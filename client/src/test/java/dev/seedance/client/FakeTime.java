package dev.seedance.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that moves only when somebody sleeps; sleeping takes no time. */
public final class FakeTime extends Clock implements Sleeper {

  private final List<Duration> sleeps = new CopyOnWriteArrayList<>();
  private volatile Instant now = Instant.parse("2026-07-13T14:30:00Z");

  public List<Duration> sleeps() {
    return sleeps;
  }

  public void set(Instant instant) {
    now = instant;
  }

  /** Advances the clock, or sets it back. */
  public void jump(Duration by) {
    now = now.plus(by);
  }

  @Override
  public CompletableFuture<?> sleep(Duration wait) {
    sleeps.add(wait);
    now = now.plus(wait);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
