package dev.seedance.contract.verify.exchange;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server that breaks the contract. */
public final class CheckFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String came;
  private final transient @Nullable Exchange exchange;

  /**
   * Creates a failure.
   *
   * @param expected the words of the contract
   * @param came the words for what came instead
   * @param exchange the exchange that shows it; null if none does
   */
  public CheckFailed(String expected, String came, @Nullable Exchange exchange) {
    super("expected " + expected + "; came " + came, null, false, false);
    this.expected = expected;
    this.came = came;
    this.exchange = exchange;
  }

  /** Returns the words of the contract. */
  public String expected() {
    return expected;
  }

  /** Returns the words for what came instead. */
  public String came() {
    return came;
  }

  /** Returns the exchange that shows the failure. */
  public Optional<Exchange> exchange() {
    return Optional.ofNullable(exchange);
  }
}
