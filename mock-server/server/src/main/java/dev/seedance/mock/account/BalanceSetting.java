package dev.seedance.mock.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.options.MockOptions;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /_mock/balance}.
 *
 * @param remaining US dollars, 0 to {@link MockOptions#MAX_BALANCE}; null for no limit, never
 *     absent
 */
record BalanceSetting(@JsonProperty(required = true) @Nullable Double remaining) {

  @Nullable Usd amount() {
    if (remaining == null) {
      return null;
    }
    double max = MockOptions.MAX_BALANCE.doubleValue();
    if (!(remaining >= 0 && remaining <= max)) {
      throw new ApiException(
          ErrorCode.INVALID_REQUEST,
          "remaining is %s; expected 0 to %.0f US dollars, or null for no limit"
              .formatted(remaining, max));
    }
    return Usd.of(BigDecimal.valueOf(remaining));
  }
}
