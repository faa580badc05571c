package dev.seedance.contract.verify.checks;

import dev.seedance.contract.verify.Check;
import java.util.List;
import java.util.stream.Stream;

/** All checks, in the order in which they run. */
public final class Checks {

  private Checks() {}

  /**
   * Returns the checks of a revision.
   *
   * @param revision the revision of the contract
   * @param vectors the most vectors of a rule to send
   */
  public static List<Check> of(String revision, int vectors) {
    return Stream.of(
            AuthChecks.all(),
            ErrorChecks.all(),
            ValidationChecks.all(revision, vectors),
            AssetChecks.all(),
            UploadChecks.all(),
            LifecycleChecks.all(),
            IdempotencyChecks.all(),
            WebhookChecks.all(),
            LimitChecks.all(revision),
            PriceChecks.all(revision),
            BillingChecks.all(revision))
        .flatMap(List::stream)
        .toList();
  }
}
