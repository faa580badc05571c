package dev.seedance.contract.verify.checks;

import dev.seedance.contract.verify.Check;
import dev.seedance.spec.ApiSpec;
import java.util.List;
import java.util.stream.Stream;

/** All checks, in the order in which they run. */
public final class Checks {

  private Checks() {}

  /**
   * Returns the checks of a revision.
   *
   * @param name the revision of the contract; {@link ApiSpec#LATEST} names the newest
   * @param vectors the most vectors of a rule to send
   */
  public static List<Check> of(String name, int vectors) {
    String revision = ApiSpec.revision(name);
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
