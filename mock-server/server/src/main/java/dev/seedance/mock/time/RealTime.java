package dev.seedance.mock.time;

import io.micronaut.context.annotation.Bean;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The only door to real time: reads its two clocks and runs work after a delay.
 *
 * <p>One daemon thread runs all delayed work of a server; it starts with the first. Thread-safe.
 */
@Singleton
@Bean(typed = RealTime.class)
public final class RealTime implements TimeSource, AutoCloseable {

  /** The name of the bean that tells the time. */
  public static final String SOURCE = "real-time";

  private final TimeSource source;
  private final ScheduledThreadPoolExecutor timer;

  /** Creates real time from a source. */
  public RealTime(@Named(SOURCE) TimeSource source) {
    this.source = source;
    timer = new ScheduledThreadPoolExecutor(1, RealTime::daemon);
    timer.setRemoveOnCancelPolicy(true);
    timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy()); // when closed
  }

  /** Returns the time of this machine. */
  public static TimeSource ofThisMachine() {
    return new ThisMachine(System.nanoTime());
  }

  private record ThisMachine(long start) implements TimeSource {

    @Override
    public Instant instant() {
      return InstantSource.system().instant();
    }

    @Override
    public Duration flowed() {
      return Duration.ofNanos(System.nanoTime() - start);
    }
  }

  /** Waits until work is done or has failed, or the limit has passed. */
  public static void await(Future<?> work, Duration limit) throws InterruptedException {
    try {
      work.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // either way there is nothing more to wait for
    }
  }

  /**
   * Runs work again and again, in a thread that the caller has.
   *
   * @param pause of real time, before the first and between the others
   * @param work must not block
   * @return cancels the work
   */
  public static Future<?> every(ScheduledExecutorService thread, Duration pause, Runnable work) {
    long millis = pause.toMillis();
    return thread.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** Waits in the thread that calls. */
  public static void sleep(Duration duration) throws InterruptedException {
    Thread.sleep(duration.toMillis());
  }

  @Override
  public Instant instant() {
    return source.instant();
  }

  @Override
  public Duration flowed() {
    return source.flowed();
  }

  /**
   * Runs work after a delay.
   *
   * @param delay of real time
   * @param work must not block
   * @return cancels the work
   */
  public Future<?> after(Duration delay, Runnable work) {
    return timer.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  @PreDestroy
  public void close() {
    timer.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "mock-timer");
    thread.setDaemon(true);
    return thread;
  }
}
