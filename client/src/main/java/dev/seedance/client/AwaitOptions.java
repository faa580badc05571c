package dev.seedance.client;

import dev.seedance.client.internal.Require;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The times of a wait for a task. Immutable: each method returns a changed copy.
 *
 * <p>A mock server whose clock is automatic is polled at once, unless the first wait or the
 * interval was set: nothing comes of waiting there. Each of these waits still counts in full
 * against the timeout.
 *
 * @param firstWait from the submit to the first poll; null for the default, 5 s
 * @param interval between two polls; null for the default, 10 s
 * @param jitter share by which an interval is made longer or shorter at random, 0 to 1; 0.2 by
 *     default
 * @param timeout for the whole wait; 600 s by default
 * @param resultGrace the time for which a completed task may lack its video; 30 s by default
 * @param listener is told of the progress; none by default
 */
public record AwaitOptions(
    @Nullable Duration firstWait,
    @Nullable Duration interval,
    double jitter,
    Duration timeout,
    Duration resultGrace,
    ProgressListener listener) {

  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private static final AwaitOptions DEFAULTS =
      new AwaitOptions(
          null, null, 0.2, Duration.ofMinutes(10), Duration.ofSeconds(30), ProgressListener.none());

  /** Refuses values that would turn a wait into a busy or an endless loop. */
  public AwaitOptions {
    if (firstWait != null) {
      Require.notNegative("firstWait", firstWait, "polls at once");
    }
    if (interval != null) {
      Require.positive("interval", interval);
    }
    Require.share("jitter", jitter);
    Require.positive("timeout", timeout);
    Require.notNegative("resultGrace", resultGrace, "fails at the second poll without a video");
    Require.given("listener", listener);
  }

  /** Returns the time from the submit to the first poll. */
  @Override
  public Duration firstWait() {
    return firstWait == null ? FIRST_WAIT : firstWait;
  }

  /** Returns the time between two polls. */
  @Override
  public Duration interval() {
    return interval == null ? INTERVAL : interval;
  }

  /** Returns true if the caller has set the time between polls, and so no server shortens it. */
  boolean hasOwnPace() {
    return firstWait != null || interval != null;
  }

  /** Returns the times that the provider advises: 5 s, then every 10 s, at most 600 s. */
  public static AwaitOptions defaults() {
    return DEFAULTS;
  }

  /** Sets the time from the submit to the first poll; zero polls at once. Default: 5 s. */
  public AwaitOptions withFirstWait(Duration firstWait) {
    Require.given("firstWait", firstWait);
    return new AwaitOptions(firstWait, interval, jitter, timeout, resultGrace, listener);
  }

  /** Sets the time between two polls; a {@code Retry-After} of the server wins. Default: 10 s. */
  public AwaitOptions withInterval(Duration interval) {
    Require.given("interval", interval);
    return new AwaitOptions(firstWait, interval, jitter, timeout, resultGrace, listener);
  }

  /** Sets the share of the interval that chance adds or takes, 0 to 1. Default: 0.2. */
  public AwaitOptions withJitter(double jitter) {
    return new AwaitOptions(firstWait, interval, jitter, timeout, resultGrace, listener);
  }

  /** Limits the whole wait; a longer one ends in a {@code TaskTimeoutException}. Default: 600 s. */
  public AwaitOptions withTimeout(Duration timeout) {
    return new AwaitOptions(firstWait, interval, jitter, timeout, resultGrace, listener);
  }

  /** Sets the time for which a completed task may lack the address of its video. Default: 30 s. */
  public AwaitOptions withResultGrace(Duration resultGrace) {
    return new AwaitOptions(firstWait, interval, jitter, timeout, resultGrace, listener);
  }

  /** Reports the progress to a listener. Default: none. */
  public AwaitOptions withListener(ProgressListener listener) {
    return new AwaitOptions(firstWait, interval, jitter, timeout, resultGrace, listener);
  }
}
