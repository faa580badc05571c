package dev.seedance.contract.verify.cli;

import dev.seedance.contract.verify.RealTime;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Interrupts the work on Ctrl-C and gives it a moment to write its report. */
final class Interruption {

  private static final Duration MOMENT = Duration.ofSeconds(5);

  private final CountDownLatch done = new CountDownLatch(1);

  private Interruption() {}

  static Interruption of(Thread work) {
    var interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interruption.end(work)));
    return interruption;
  }

  /** Marks the work as over. */
  void over() {
    done.countDown();
  }

  private void end(Thread work) {
    if (done.getCount() == 0) {
      return;
    }
    work.interrupt();
    try {
      RealTime.await(done, MOMENT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
