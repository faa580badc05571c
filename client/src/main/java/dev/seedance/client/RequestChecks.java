package dev.seedance.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Finds the check that is used if none was given. */
final class RequestChecks {

  private static final Logger LOG = System.getLogger("dev.seedance.client");

  private RequestChecks() {}

  /** Returns the validator if it is on the class path, else no check. Made on first use. */
  static RequestCheck onClassPath() {
    return json -> Found.CHECK.check(json);
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

  /** Made once in a JVM: the validator takes some hundred milliseconds. */
  private static final class Found {
    static final RequestCheck CHECK =
        find("dev.seedance.validator.RequestValidator", RequestChecks.class.getClassLoader());
  }
}
