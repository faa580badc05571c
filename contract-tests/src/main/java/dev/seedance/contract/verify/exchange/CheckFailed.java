package dev.seedance.contract.verify.exchange;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server does not do what the contract has. */
public final class CheckFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String came;
  private final transient @Nullable Exchange exchange;

  /**
   * A failure.
   *
   * @param expected what the contract has
   * @param came what came instead
   * @param exchange where it was seen; null where it was seen in none
   */
  public CheckFailed(String expected, String came, @Nullable Exchange exchange) {
    super("expected " + expected + "; came " + came, null, false, false);
    this.expected = expected;
    this.came = came;
    this.exchange = exchange;
  }

  /** What the contract has. */
  public String expected() {
    return expected;
  }

  /** What came instead. */
  public String came() {
    return came;
  }

  /** Where it was seen. */
  public Optional<Exchange> exchange() {
    return Optional.ofNullable(exchange);
  }
}
