package dev.seedance.contract.verify;

import dev.seedance.contract.verify.exchange.CheckFailed;
import java.time.Duration;

/**
 * What came of a check.
 *
 * @param check the check
 * @param verdict whether its fact holds
 * @param took how long it took
 */
public record Result(Check check, Verdict verdict, Duration took) {

  /** Whether a fact holds. */
  public sealed interface Verdict {}

  /** It holds. */
  public record Passed() implements Verdict {}

  /**
   * It does not.
   *
   * @param failure what was expected, what came, and where
   */
  public record Failed(CheckFailed failure) implements Verdict {}

  /**
   * It can't be told.
   *
   * @param reason why
   */
  public record Skipped(String reason) implements Verdict {}

  /** Whether the fact holds. */
  public boolean passed() {
    return verdict instanceof Passed;
  }

  /** Whether the fact does not hold. */
  public boolean failed() {
    return verdict instanceof Failed;
  }

  /** Whether it can't be told. */
  public boolean skipped() {
    return verdict instanceof Skipped;
  }
}
