package dev.seedance.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Finds the toolkit's validator, which is optional. */
final class RequestChecks {

  private static final Logger LOG = System.getLogger("dev.seedance.client");

  private RequestChecks() {}

  /** Returns the validator if it is on the class path, else no check. Made on first use. */
  static RequestCheck onClassPath() {
    return json -> Found.CHECK.check(json);
  }

  /** Returns the validator for a revision of the contract. */
  static RequestCheck ofRevision(String revision) {
    if (!isValidatorPresent()) {
      throw new IllegalStateException(
          "seedance-validator is not on the class path: add it to check against " + revision);
    }
    return ValidatorCheck.ofRevision(revision);
  }

  private static RequestCheck find() {
    if (isValidatorPresent()) {
      return ValidatorCheck.ofDefaultRevision();
    }
    LOG.log(
        Level.DEBUG,
        "seedance-validator is not on the class path: requests are checked by the server only");
    return RequestCheck.none();
  }

  private static boolean isValidatorPresent() {
    try {
      Class.forName(
          "dev.seedance.validator.RequestValidator", false, RequestChecks.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Made once in a JVM: the validator takes some hundred milliseconds. */
  private static final class Found {
    static final RequestCheck CHECK = find();
  }
}
