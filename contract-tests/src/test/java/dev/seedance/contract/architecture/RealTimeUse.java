package dev.seedance.contract.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The calls that read real time or wait in it.
 *
 * <p>A time that is only configured is none, be it the timeout of a request or the idle time of a
 * thread: it belongs to sockets and threads, which no injected clock can speed up.
 */
final class RealTimeUse {

  /** Classes that are real time in themselves. */
  private static final Set<String> TYPES =
      Set.of(
          "java.util.Timer",
          "java.util.concurrent.ScheduledThreadPoolExecutor",
          "io.netty.util.HashedWheelTimer");

  /** Methods by their class, whatever their parameters are. */
  private static final Map<String, Set<String>> METHODS =
      Map.of(
          "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
          "java.lang.Thread", Set.of("sleep", "onSpinWait"),
          "java.util.concurrent.TimeUnit", Set.of("sleep", "timedWait", "timedJoin"),
          "java.util.concurrent.locks.LockSupport", Set.of("parkNanos", "parkUntil"),
          "java.util.concurrent.Executors",
              Set.of("newScheduledThreadPool", "newSingleThreadScheduledExecutor"),
          "java.util.Calendar", Set.of("getInstance"));

  /** Classes whose constructor without parameters takes the time of the machine. */
  private static final Set<String> NOW = Set.of("java.util.Date", "java.util.GregorianCalendar");

  /** Classes whose methods take a {@code TimeUnit} only to configure threads. */
  private static final Set<String> THREADS =
      Set.of("java.util.concurrent.ThreadPoolExecutor", "io.netty.channel.EventLoopGroup");

  private RealTimeUse() {}

  static boolean isOne(JavaCodeUnitAccess<?> access) {
    CodeUnitAccessTarget target = access.getTarget();
    JavaClass owner = target.getOwner();
    String name = target.getName();
    List<String> parameters =
        target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
    return METHODS.getOrDefault(owner.getName(), Set.of()).contains(name)
        || (TYPES.contains(owner.getName()) && name.equals("<init>"))
        || (NOW.contains(owner.getName()) && name.equals("<init>") && parameters.isEmpty())
        || readsSystemClock(owner, name)
        || waits(owner, name, parameters);
  }

  /** {@code Instant.now()} and its relatives, {@code Clock.systemUTC()}, {@code Clock.tick…}. */
  private static boolean readsSystemClock(JavaClass owner, String name) {
    return owner.getPackageName().startsWith("java.time")
        && (name.equals("now") || name.matches("system.*|tick[A-Z].*"));
  }

  /** All that takes a {@code TimeUnit} schedules or waits; the others are older than that type. */
  private static boolean waits(JavaClass owner, String name, List<String> parameters) {
    return (parameters.contains("java.util.concurrent.TimeUnit")
            && !THREADS.contains(owner.getName()))
        || (parameters.contains("long") && name.equals("wait"))
        || (parameters.contains("long") && name.equals("join") && isThread(owner));
  }

  private static boolean isThread(JavaClass type) {
    return type.isAssignableTo(Thread.class);
  }
}
