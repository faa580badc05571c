package dev.seedance.client.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.client.internal.Json;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.spec.ApiSpec;
import dev.seedance.spec.price.Cost;
import dev.seedance.spec.price.PriceList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reckons the cost of requests by a price list. Members that a request leaves out count with the
 * defaults of the contract, and an automatic length with all that the model may choose. It does not
 * check requests: a wrong one may have an estimate too. Immutable.
 */
public final class Estimator {

  private final PriceList prices;
  private final JsonNode table;

  private Estimator(PriceList prices, JsonNode table) {
    this.prices = prices;
    this.table = table;
  }

  /** Returns an estimator that goes by the newest revision of the contract. */
  public static Estimator of(PriceList prices) {
    return new Estimator(prices, Newest.TABLE);
  }

  /**
   * Returns an estimator.
   *
   * @param prices such as {@code client.pricing()}
   * @param revision the revision of the contract whose defaults count, or {@code latest}
   * @throws IllegalArgumentException if the revision is not known
   */
  public static Estimator of(PriceList prices, String revision) {
    return new Estimator(prices, table(revision));
  }

  /** The newest table, which a budget asks for each order. */
  private static final class Newest {
    static final JsonNode TABLE = table(ApiSpec.LATEST);
  }

  private static JsonNode table(String revision) {
    try (InputStream table = ApiSpec.capabilities(revision).openStream()) {
      return Json.MAPPER.readTree(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Estimates a request. */
  public Estimate of(GenerationRequest request) {
    return of(Json.MAPPER.<JsonNode>valueToTree(request));
  }

  /** Estimates a request in the JSON of the contract. */
  public Estimate of(JsonNode request) {
    Terms terms;
    try {
      terms = Terms.of(request, table);
    } catch (IllegalArgumentException e) {
      return new Estimate.Unknown(String.valueOf(e.getMessage()));
    }
    Cost cost = prices.of(terms.longest());
    return cost instanceof Cost.Known most
        ? known(terms, most)
        : new Estimate.Unknown(((Cost.Unknown) cost).reason());
  }

  private Estimate.Known known(Terms terms, Cost.Known most) {
    boolean certain = most.assumptions().isEmpty();
    List<String> assumptions = new ArrayList<>(terms.assumptions());
    assumptions.addAll(most.assumptions());
    return new Estimate.Known(
        certain && prices.of(terms.shortest()) instanceof Cost.Known least
            ? Optional.of(least.amount())
            : Optional.empty(),
        most.amount(),
        most.currency(),
        assumptions);
  }
}
