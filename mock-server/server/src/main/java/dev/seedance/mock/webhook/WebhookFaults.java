package dev.seedance.mock.webhook;

import dev.seedance.mock.scenario.Fault;
import java.time.Duration;
import java.util.List;

/** Reads the faults that a scenario injects into an attempt. */
final class WebhookFaults {

  private WebhookFaults() {}

  /** Returns by how much the attempt is delayed. */
  static Duration delay(List<Fault.OfWebhook> faults) {
    return faults.stream()
        .map(fault -> fault instanceof Fault.Delay delay ? delay.by() : Duration.ZERO)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Returns true if the attempt is made twice. */
  static boolean duplicate(List<Fault.OfWebhook> faults) {
    return faults.stream().anyMatch(Fault.Duplicate.class::isInstance);
  }

  /** Returns true if the attempt is signed with a secret that nobody has. */
  static boolean badSignature(List<Fault.OfWebhook> faults) {
    return faults.stream().anyMatch(Fault.BadSignature.class::isInstance);
  }
}
