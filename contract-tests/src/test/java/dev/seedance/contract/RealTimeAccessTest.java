package dev.seedance.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RealTimeAccessTest {

  @Test
  void finds_calls_references_and_constructors_also_through_a_subclass() {
    assertThat(found(Hasty.class))
        .hasSize(10)
        .anyMatch(line -> line.contains("Instant.now()"))
        .anyMatch(line -> line.contains("LocalDate.now()"))
        .anyMatch(line -> line.contains("Clock.systemUTC()"))
        .anyMatch(line -> line.contains("System.nanoTime()"))
        .anyMatch(line -> line.contains("Thread.sleep(long)"))
        .anyMatch(line -> line.contains("TimeUnit.sleep(long)"))
        .anyMatch(line -> line.contains("delayedExecutor("))
        .anyMatch(line -> line.contains("orTimeout("))
        .anyMatch(line -> line.contains("ScheduledThreadPoolExecutor.<init>(int)"))
        .anyMatch(line -> line.contains("Timer.<init>()"));
  }

  @Test
  void leaves_injected_time_alone() {
    assertThat(found(Patient.class)).isEmpty();
  }

  private static List<String> found(Class<?> type) {
    return noClasses()
        .should()
        .accessTargetWhere(new RealTimeAccess())
        .evaluate(new ClassFileImporter().importClasses(type))
        .getFailureReport()
        .getDetails();
  }

  private static final class Watched extends CompletableFuture<String> {}

  @SuppressWarnings({"unused", "JavaTimeDefaultTimeZone"})
  private static final class Hasty {
    private final Supplier<Instant> now = Instant::now;
    private final LocalDate today = LocalDate.now();
    private final Clock clock = Clock.systemUTC();
    private final long ticks = System.nanoTime();
    private final Executor later = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
    private final CompletableFuture<String> limited = new Watched().orTimeout(1, TimeUnit.SECONDS);
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final Timer old = new Timer();

    private void pause() throws InterruptedException {
      Thread.sleep(1);
      TimeUnit.SECONDS.sleep(1);
    }
  }

  @SuppressWarnings("unused")
  private static final class Patient {
    private final Instant then = Instant.ofEpochSecond(0);
    private final Duration day = TimeUnit.DAYS.toChronoUnit().getDuration();

    private Instant now(Clock clock) {
      return clock.instant();
    }
  }
}
