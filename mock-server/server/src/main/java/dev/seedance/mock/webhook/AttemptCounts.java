package dev.seedance.mock.webhook;

import dev.seedance.mock.measure.Measure;
import dev.seedance.mock.measure.Measured;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** The attempts of a server to deliver webhooks, by their outcome. Thread-safe. */
@Singleton
final class AttemptCounts implements Measured {

  private final LongAdder delivered = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder failed = new LongAdder();

  void add(Attempt attempt) {
    LongAdder outcome =
        attempt.succeeded() ? delivered : attempt.status() == null ? failed : refused;
    outcome.increment();
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        new Measure(
            "webhook_attempts",
            Measure.Kind.COUNTER,
            "Attempts to deliver a webhook: the receiver took it, refused it, or did not respond.",
            List.of("outcome"),
            () ->
                Map.of(
                    List.of("delivered"), delivered.doubleValue(),
                    List.of("refused"), refused.doubleValue(),
                    List.of("failed"), failed.doubleValue())));
  }
}
