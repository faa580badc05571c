package dev.seedance.mock.account;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.revision.Revisions;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.spec.ApiSpec;
import dev.seedance.spec.price.ModelPrices;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells the prices of the models that a sandbox has. */
@Singleton
final class Pricing {

  static final List<String> PARAMETERS = List.of("model", "type", "limit", "after");

  private static final List<String> TYPES = List.of("image", "video");
  private static final int MAX_LIMIT = 100;
  private static final int DEFAULT_LIMIT = 100;

  private final Revisions revisions;

  Pricing(Revisions revisions) {
    this.revisions = revisions;
  }

  /**
   * Returns a page of prices, in the order of the capability table.
   *
   * @throws ApiException 400 if a parameter does not take its value, 404 if there is no such model
   */
  PricingResponse page(Sandbox sandbox, Query query) {
    int limit = query.count("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
    List<String> names = revisions.of(sandbox).capabilities().modelNames();
    query.text("model").ifPresent(model -> requireKnown(model, names));
    List<ModelPrices> models =
        names.stream()
            .filter(name -> query.text("model").map(name::equals).orElse(true))
            .map(Pricing::pricesOf)
            .filter(model -> query.oneOf("type", TYPES).map(model.type()::equals).orElse(true))
            .toList();
    List<ModelPrices> rest =
        query.text("after").map(after -> behind(after, names, models)).orElse(models);
    List<ModelPrices> page = rest.stream().limit(limit).toList();
    boolean hasMore = page.size() < rest.size();
    return new PricingResponse(
        "list",
        Prices.LIST.currency(),
        page.stream().map(PricingResponse.Model::of).toList(),
        hasMore,
        hasMore ? page.get(page.size() - 1).id() : "");
  }

  private void requireKnown(String model, List<String> names) {
    if (!names.contains(model)) {
      String later =
          revisions
              .withModel(model)
              .map(name -> "; accepted since revision " + name + ": --revision " + ApiSpec.LATEST)
              .orElse("");
      throw ApiException.of(
          ErrorCode.MODEL_NOT_FOUND,
          "no model '%s'; known: %s%s"
              .formatted(Query.shown(model), String.join(", ", names), later),
          "model");
    }
  }

  /** A model that the list does not have is one without prices. */
  private static ModelPrices pricesOf(String name) {
    return Prices.LIST.models().stream()
        .filter(model -> model.id().equals(name))
        .findFirst()
        .orElseGet(() -> new ModelPrices(name, ListedModels.TYPE, List.of()));
  }

  private static List<ModelPrices> behind(
      String after, List<String> names, List<ModelPrices> models) {
    int last = names.indexOf(after);
    if (last < 0) {
      throw Query.refused("after", after, "the 'next_after' of the page before");
    }
    return models.stream().filter(model -> names.indexOf(model.id()) > last).toList();
  }
}
