package dev.seedance.mock.account;

import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** The models of a key, and what they cost. */
@Controller("/v1")
final class PriceController {

  private final Pricing pricing;
  private final ListedModels models;

  PriceController(Pricing pricing, ListedModels models) {
    this.pricing = pricing;
    this.models = models;
  }

  @Get("/pricing")
  HttpResponse<PricingResponse> prices(HttpRequest<?> request, Sandbox sandbox) {
    return HttpResponse.ok(pricing.page(sandbox, new Query(request, Pricing.PARAMETERS)))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }

  @Get("/models")
  ModelsResponse models(HttpRequest<?> request, Sandbox sandbox) {
    return models.list(sandbox, new Query(request, ListedModels.PARAMETERS));
  }
}
