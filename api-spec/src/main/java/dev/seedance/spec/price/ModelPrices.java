package dev.seedance.spec.price;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The prices of a model.
 *
 * @param id the model
 * @param type what it makes, such as {@code video}
 * @param prices its prices; none does not mean that it is free
 */
public record ModelPrices(String id, String type, List<Price> prices) {

  /** Copies the list. */
  public ModelPrices {
    prices = List.copyOf(prices);
  }

  Cost cost(Order order, String currency) {
    if (prices.isEmpty()) {
      return new Cost.Unknown(
          "the price list has no price of '" + id + "', which does not mean that it is free");
    }
    List<Price> applying = applying(order);
    if (applying.isEmpty()) {
      return new Cost.Unknown("the price list has no price for " + order);
    }
    List<Price.Charge> charges = new ArrayList<>();
    for (Price price : applying) {
      Optional<Price.Charge> charge = price.charge(order);
      if (charge.isEmpty()) {
        return new Cost.Unknown(
            "'%s' is charged by '%s' in units of '%s', which can't be counted beforehand"
                .formatted(id, price.priceBasis(), price.unit()));
      }
      charges.add(charge.get());
    }
    return dearest(charges, currency);
  }

  /** In each group, a price with more conditions takes precedence over one with fewer. */
  private List<Price> applying(Order order) {
    return prices.stream()
        .filter(price -> price.conditions().areMetBy(order))
        .collect(groupingBy(Price::group))
        .values()
        .stream()
        .flatMap(ModelPrices::mostSpecific)
        .toList();
  }

  private static Stream<Price> mostSpecific(List<Price> prices) {
    int most = prices.stream().mapToInt(price -> price.conditions().count()).max().orElse(0);
    return prices.stream().filter(price -> price.conditions().count() == most);
  }

  private static Cost dearest(List<Price.Charge> charges, String currency) {
    Price.Charge dearest =
        charges.stream().max(Comparator.comparing(Price.Charge::amount)).orElseThrow();
    boolean alone =
        charges.stream().allMatch(charge -> charge.amount().compareTo(dearest.amount()) == 0);
    return dearest.known(
        currency,
        alone
            ? List.of()
            : List.of(
                "the dearest of %d prices that apply, that of the group '%s'"
                    .formatted(charges.size(), dearest.price().group())));
  }
}
