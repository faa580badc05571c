package dev.seedance.client.internal;

import dev.seedance.client.RequestCheck;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Finds the check that is used where none was given. */
public final class RequestChecks {

  private static final Logger LOG = System.getLogger("dev.seedance.client");

  private RequestChecks() {}

  /** The validator if it is on the class path, else no check. Made when it is first needed. */
  public static RequestCheck onClassPath() {
    return json -> Found.CHECK.check(json);
  }

  /**
   * The validator for a revision of the contract; it must be on the class path.
   *
   * @param revision such as {@code 2026-06}; null for the validator's default
   * @throws IllegalArgumentException where the validator does not know the revision
   */
  public static RequestCheck ofRevision(@Nullable String revision) {
    return revision == null ? onClassPath() : ValidatorCheck.ofRevision(revision);
  }

  static RequestCheck find(String validator, ClassLoader loader) {
    try {
      Class.forName(validator, false, loader);
    } catch (ClassNotFoundException e) {
      LOG.log(
          Level.DEBUG,
          "seedance-validator is not on the class path: requests are checked by the server only");
      return RequestCheck.none();
    }
    return ValidatorCheck.ofDefaultRevision();
  }

  /** Once in a JVM: the validator takes some hundred milliseconds to make. */
  private static final class Found {
    static final RequestCheck CHECK =
        find("dev.seedance.validator.RequestValidator", RequestChecks.class.getClassLoader());
  }
}
