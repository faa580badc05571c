package dev.seedance.mock;

import java.util.Locale;

/**
 * Shows that memory stays flat however many tasks are submitted: a program, not a test.
 *
 * <p>Submits a million tasks under a frozen clock, every fourth with an id of the caller, every
 * tenth failing, half of them to one key and half to ever new keys, and prints the heap after a
 * collection every 100,000.
 */
final class MemoryBenchmark {

  private static final int TASKS = 1_000_000;
  private static final int STEP = 100_000;
  private static final int TASKS_OF_A_NEW_KEY = 100;

  private MemoryBenchmark() {}

  /**
   * Runs the benchmark.
   *
   * @param args none
   */
  public static void main(String[] args) {
    try (var server = TestServer.with("--clock=frozen").start()) {
      for (int i = 1; i <= TASKS; i++) {
        server.as(key(i)).submit(body(i));
        if (i % STEP == 0) {
          System.out.printf(Locale.ROOT, "%,9d tasks: %5.1f MiB%n", i, heap());
        }
      }
    }
  }

  private static String key(int i) {
    return i % 2 == 0 ? "one" : "key-" + i / 2 / TASKS_OF_A_NEW_KEY;
  }

  private static String body(int i) {
    String businessId = i % 4 == 0 ? ",\"client_business_id\":\"order-" + i + "\"" : "";
    String marker = i % 10 == 0 ? "[mock:content-rejected] " : "";
    return "{\"model\":\"seedance-2\",\"prompt\":\"" + marker + "A lighthouse\"" + businessId + "}";
  }

  private static double heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / (double) (1 << 20);
  }
}
