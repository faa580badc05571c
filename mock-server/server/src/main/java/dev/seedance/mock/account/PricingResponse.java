package dev.seedance.mock.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seedance.spec.price.Conditions;
import dev.seedance.spec.price.ModelPrices;
import dev.seedance.spec.price.Price;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of prices: section 9 of the contract.
 *
 * @param object {@code list}
 * @param currency currency of every price
 * @param data the prices of each model
 * @param hasMore true if there is a further page
 * @param nextAfter names the next page; empty if there is none
 */
@Introspected
record PricingResponse(
    String object, String currency, List<Model> data, boolean hasMore, String nextAfter) {

  @Introspected
  record Model(String id, String type, List<UnitPrice> prices) {

    static Model of(ModelPrices model) {
      return new Model(
          model.id(), model.type(), model.prices().stream().map(UnitPrice::of).toList());
    }
  }

  @Introspected
  record UnitPrice(
      String group,
      For conditions,
      String chargeType,
      String priceBasis,
      String unit,
      String unitPrice) {

    static UnitPrice of(Price price) {
      return new UnitPrice(
          price.group(),
          For.of(price.conditions()),
          price.chargeType(),
          price.priceBasis(),
          price.unit(),
          price.unitPrice().toPlainString());
    }
  }

  /** The requests that a price is for. */
  @Introspected
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record For(@Nullable String resolution, @Nullable Boolean hasVideoInput) {

    static For of(Conditions conditions) {
      return new For(conditions.resolution().orElse(null), conditions.hasVideoInput().orElse(null));
    }
  }
}
