package dev.seedance.contract.architecture;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Timer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** One method for each way to real time, never called. */
@SuppressWarnings({"unused", "JavaTimeDefaultTimeZone", "WaitNotInLoop", "JavaUtilDate"})
final class UsersOfRealTime {

  private UsersOfRealTime() {}

  static Instant instant() {
    return Instant.now();
  }

  static LocalDate date() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  static LocalDateTime date_and_time() {
    return LocalDateTime.now(ZoneOffset.UTC);
  }

  static OffsetDateTime date_with_offset() {
    return OffsetDateTime.now(ZoneOffset.UTC);
  }

  static Clock clock() {
    return Clock.systemUTC();
  }

  static Clock ticking_clock() {
    return Clock.tickSeconds(ZoneOffset.UTC);
  }

  static InstantSource instant_source() {
    return InstantSource.system();
  }

  static long milliseconds() {
    return System.currentTimeMillis();
  }

  static LongSupplier nanoseconds_by_reference() {
    return System::nanoTime;
  }

  static Runnable nanoseconds_in_a_lambda() {
    return () -> System.nanoTime();
  }

  static Date old_date() {
    return new Date();
  }

  static GregorianCalendar calendar() {
    return new GregorianCalendar();
  }

  static void sleep() throws InterruptedException {
    Thread.sleep(1);
  }

  static void sleep_by_unit() throws InterruptedException {
    TimeUnit.SECONDS.sleep(1);
  }

  static void wait_for_a_monitor(Object monitor) throws InterruptedException {
    synchronized (monitor) {
      monitor.wait(1);
    }
  }

  static void join(Thread thread) throws InterruptedException {
    thread.join(1);
  }

  static void park() {
    LockSupport.parkNanos(1);
  }

  static Timer timer() {
    return new Timer();
  }

  static ScheduledExecutorService scheduler() {
    return Executors.newSingleThreadScheduledExecutor();
  }

  static CompletableFuture<?> time_limit(CompletableFuture<?> future) {
    return future.orTimeout(1, TimeUnit.SECONDS);
  }

  static CompletableFuture<?> time_limit_of_a_subclass(Watched future) {
    return future.orTimeout(1, TimeUnit.SECONDS);
  }

  static CompletableFuture<String> late_default(CompletableFuture<String> future) {
    return future.completeOnTimeout("", 1, TimeUnit.SECONDS);
  }

  static Executor delay() {
    return CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
  }

  static boolean latch(CountDownLatch latch) throws InterruptedException {
    return latch.await(1, TimeUnit.SECONDS);
  }

  static Instant a_given_instant(Clock clock) {
    return clock.instant();
  }

  static Executor a_pool_with_idle_time(BlockingQueue<Runnable> queue) {
    return new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, queue);
  }

  static HttpRequest a_timeout_that_is_only_configured(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(1)).build();
  }

  static final class Watched extends CompletableFuture<String> {}
}
