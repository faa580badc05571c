package dev.seedance.contract;

import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A call or a method reference that reads the machine's time or waits in it. */
final class RealTimeAccess extends DescribedPredicate<JavaAccess<?>> {

  private static final String CONSTRUCTOR = "<init>";

  private static final Map<Class<?>, Set<String>> MEMBERS =
      Map.ofEntries(
          entry(Temporal.class, Set.of("now")),
          entry(
              Clock.class,
              Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds")),
          entry(InstantSource.class, Set.of("system")),
          entry(Date.class, Set.of(CONSTRUCTOR)),
          entry(Calendar.class, Set.of("getInstance", CONSTRUCTOR)),
          entry(System.class, Set.of("currentTimeMillis", "nanoTime")),
          entry(Thread.class, Set.of("sleep")),
          entry(TimeUnit.class, Set.of("sleep", "timedWait", "timedJoin")),
          entry(LockSupport.class, Set.of("parkNanos", "parkUntil")),
          entry(
              CompletableFuture.class, Set.of("delayedExecutor", "orTimeout", "completeOnTimeout")),
          entry(
              Executors.class,
              Set.of("newScheduledThreadPool", "newSingleThreadScheduledExecutor")),
          entry(ScheduledThreadPoolExecutor.class, Set.of(CONSTRUCTOR)),
          entry(Timer.class, Set.of(CONSTRUCTOR)));

  RealTimeAccess() {
    super("reads real time or waits in it");
  }

  @Override
  public boolean test(JavaAccess<?> access) {
    return MEMBERS.entrySet().stream()
        .filter(members -> members.getValue().contains(access.getTarget().getName()))
        .anyMatch(members -> access.getTargetOwner().isAssignableTo(members.getKey()));
  }
}
