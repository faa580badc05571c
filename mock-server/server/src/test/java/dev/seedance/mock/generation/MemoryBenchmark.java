package dev.seedance.mock.generation;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.Sandboxes;
import dev.seedance.mock.time.ClockSetting;
import dev.seedance.mock.time.RealTime;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;

/**
 * Shows that memory stays flat however many tasks are submitted: a program, not a test.
 *
 * <p>Submits a million tasks in-process under a frozen clock, every fourth with an id of the
 * caller, every tenth failing, half of them to one key and half to ever new keys, and prints the
 * heap after a collection every 100,000.
 */
final class MemoryBenchmark {

  private static final int TASKS = 1_000_000;
  private static final int STEP = 100_000;
  private static final int TASKS_OF_A_NEW_KEY = 100;

  private MemoryBenchmark() {}

  public static void main(String[] args) {
    var options = MockOptions.builder().clock(ClockSetting.FROZEN).build();
    try (var context =
        ApplicationContext.builder().singletons(options, new RealTime(Clock.systemUTC())).start()) {
      var generations = context.getBean(Generations.class);
      var sandboxes = context.getBean(Sandboxes.class);
      for (int i = 1; i <= TASKS; i++) {
        generations.submit(sandbox(sandboxes, i), body(i), null, "http://127.0.0.1");
        if (i % STEP == 0) {
          System.out.printf(Locale.ROOT, "%,9d tasks: %5.1f MiB%n", i, heap());
        }
      }
    }
  }

  private static Sandbox sandbox(Sandboxes sandboxes, int i) {
    return sandboxes.ofKey(i % 2 == 0 ? "one" : "key-" + i / 2 / TASKS_OF_A_NEW_KEY);
  }

  private static byte[] body(int i) {
    String businessId = i % 4 == 0 ? ",\"client_business_id\":\"order-" + i + "\"" : "";
    String marker = i % 10 == 0 ? "[mock:content-rejected] " : "";
    return ("{\"model\":\"seedance-2\",\"prompt\":\""
            + marker
            + "A lighthouse\""
            + businessId
            + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static double heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / (double) (1 << 20);
  }
}
