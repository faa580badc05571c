package dev.seedance.contract.verify;

import dev.seedance.contract.verify.exchange.CheckFailed;
import java.time.Duration;

/**
 * The result of a check.
 *
 * @param check the check
 * @param verdict the verdict on its fact
 * @param took its length
 */
public record Result(Check check, Verdict verdict, Duration took) {

  /** The verdict on a fact. */
  public sealed interface Verdict {}

  /** The fact holds. */
  public record Passed() implements Verdict {}

  /**
   * The fact does not hold.
   *
   * @param failure what was expected, what came, and where
   */
  public record Failed(CheckFailed failure) implements Verdict {}

  /**
   * The fact could not be checked.
   *
   * @param reason the reason
   */
  public record Skipped(String reason) implements Verdict {}

  /** Returns true if the fact holds. */
  public boolean passed() {
    return verdict instanceof Passed;
  }

  /** Returns true if the fact does not hold. */
  public boolean failed() {
    return verdict instanceof Failed;
  }

  /** Returns true if the fact could not be checked. */
  public boolean skipped() {
    return verdict instanceof Skipped;
  }
}
