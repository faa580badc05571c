package dev.seedance.mock.clock;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one alarm clock of a server: a single thread, which wakes the agenda that is due next.
 *
 * <p>The thread starts with the first alarm. Thread-safe.
 */
@Singleton
public final class Wakeups implements AutoCloseable {

  private final ScheduledThreadPoolExecutor thread;

  /** An alarm clock with no alarm set. */
  public Wakeups() {
    thread = new ScheduledThreadPoolExecutor(1, Wakeups::daemon);
    thread.setRemoveOnCancelPolicy(true);
    thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy()); // when closed
  }

  /**
   * Sets an alarm.
   *
   * @param delay of real time
   * @param wake what to do then; must not block
   * @return cancels the alarm
   */
  Future<?> after(Duration delay, Runnable wake) {
    return thread.schedule(wake, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  @PreDestroy
  public void close() {
    thread.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "mock-wakeups");
    thread.setDaemon(true);
    return thread;
  }
}
