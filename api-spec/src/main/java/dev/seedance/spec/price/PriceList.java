package dev.seedance.spec.price;

import dev.seedance.spec.ApiSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The prices of models, in the shape of {@code GET /v1/pricing}.
 *
 * @param currency currency of all amounts, such as {@code USD}
 * @param models the prices by model
 */
public record PriceList(String currency, List<ModelPrices> models) {

  /** Copies the list. */
  public PriceList {
    models = List.copyOf(models);
  }

  /** Returns the price list of the mock server, whose figures are the project's own. */
  public static PriceList ofMock() {
    return PriceDocument.read(Json.read(ApiSpec.pricing()));
  }

  /**
   * Reads a price list: a response of {@code GET /v1/pricing}, or a file of that shape. Members
   * that are not known are skipped.
   *
   * @throws IllegalArgumentException if it is no such document; the message says what is wrong and
   *     at which JSON Pointer
   */
  public static PriceList parse(String json) {
    return PriceDocument.read(Json.parse(json));
  }

  /**
   * Returns this list with the models of another behind its own: the next page of a response.
   *
   * @throws IllegalArgumentException if the currency differs
   */
  public PriceList and(PriceList next) {
    if (!currency.equals(next.currency)) {
      throw new IllegalArgumentException(
          "a price list in %s can't go on in %s".formatted(currency, next.currency));
    }
    List<ModelPrices> all = new ArrayList<>(models);
    all.addAll(next.models);
    return new PriceList(currency, all);
  }

  /** Returns what an order costs. Where prices of several groups apply, the dearest counts. */
  public Cost of(Order order) {
    return models.stream()
        .filter(model -> model.id().equals(order.model()))
        .findFirst()
        .map(model -> model.cost(order, currency))
        .orElseGet(
            () ->
                new Cost.Unknown("the price list does not have the model '" + order.model() + "'"));
  }

  /**
   * Returns what an order costs by the price of the list that is dearest for it, whatever the model
   * and the conditions of that price.
   *
   * @throws IllegalStateException if the list has no price by which the order can be counted
   */
  public Cost.Known dearest(Order order) {
    return models.stream()
        .flatMap(model -> model.prices().stream())
        .flatMap(price -> price.charge(order).stream())
        .max(Comparator.comparing(Price.Charge::amount))
        .map(charge -> charge.known(currency, List.of()))
        .orElseThrow(() -> new IllegalStateException("no price of the list can be counted"));
  }
}
