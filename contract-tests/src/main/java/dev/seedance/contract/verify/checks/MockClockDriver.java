package dev.seedance.contract.verify.checks;

import dev.seedance.contract.verify.Target;
import dev.seedance.contract.verify.exchange.Exchange;

/**
 * Advances a mock's clock while a check waits for a webhook.
 *
 * <p>A clock that advances with polls stands still when its task has ended, and then a retry never
 * falls due. Other tasks are submitted and polled there, which costs nothing. A server that is no
 * mock is left alone: its time passes by itself.
 */
final class MockClockDriver {

  private final Target target;
  private String taskId = "";

  MockClockDriver(Target target) {
    this.target = target;
  }

  void advance() {
    if (!target.isMock()) {
      return;
    }
    if (taskId.isEmpty()) {
      taskId = target.call(Calls.submitCheapest("Company", "")).status(200).text("/id");
    }
    Exchange poll = target.call(Calls.status(taskId)).status(200);
    if (Life.isFinal(poll)) {
      taskId = "";
    }
  }
}
