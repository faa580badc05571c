package dev.seedance.mock.webhook;

import dev.seedance.mock.scenario.Fault;
import java.time.Duration;
import java.util.List;

/** Reads what a scenario lets go wrong with an attempt. */
final class WebhookFaults {

  private WebhookFaults() {}

  /** How much later the attempt is made. */
  static Duration delay(List<Fault.OfWebhook> faults) {
    return faults.stream()
        .map(fault -> fault instanceof Fault.Delay delay ? delay.by() : Duration.ZERO)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Whether the attempt is made twice. */
  static boolean duplicate(List<Fault.OfWebhook> faults) {
    return faults.stream().anyMatch(Fault.Duplicate.class::isInstance);
  }

  /** Whether the attempt is signed with a secret that nobody has. */
  static boolean badSignature(List<Fault.OfWebhook> faults) {
    return faults.stream().anyMatch(Fault.BadSignature.class::isInstance);
  }
}
