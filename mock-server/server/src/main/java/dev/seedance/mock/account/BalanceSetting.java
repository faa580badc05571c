package dev.seedance.mock.account;

import dev.seedance.mock.MockOptions;
import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an account shall hold.
 *
 * @param remaining US dollars, 0 to {@link MockOptions#MAX_BALANCE}; absent for no limit
 */
@Introspected
record BalanceSetting(@Nullable Double remaining) {

  @Nullable Usd amount() {
    if (remaining == null) {
      return null;
    }
    double max = MockOptions.MAX_BALANCE.doubleValue();
    if (!(remaining >= 0 && remaining <= max)) {
      throw new ApiException(
          ErrorCode.INVALID_REQUEST,
          "remaining is out of range; expected 0 to %.0f US dollars, or null for no limit"
              .formatted(max));
    }
    return Usd.of(BigDecimal.valueOf(remaining));
  }
}
