package dev.seedance.contract.pact;

import static dev.seedance.contract.pact.Bodies.error;
import static dev.seedance.contract.pact.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.DslPart;
import dev.seedance.client.api.AccountApi;
import dev.seedance.client.error.AuthenticationException;
import dev.seedance.client.error.BadRequestException;
import dev.seedance.client.error.NotFoundException;
import dev.seedance.client.invoker.Operation;
import dev.seedance.client.model.ListedType;
import dev.seedance.client.model.Pricing;
import java.util.List;

/** The models of a key, and what they cost. */
final class PriceNeeds {

  private static final String PRICING = "/v1/pricing";
  private static final String MODELS = "/v1/models";
  private static final String MODEL = "seedance-2";
  private static final String UNKNOWN = "seedance-unknown";
  private static final int TOO_MANY = 101;

  private PriceNeeds() {}

  static List<Need> all() {
    return List.of(
        Need.of("a look at the prices of a model")
            .gets(PRICING, "model", MODEL)
            .responds(200, prices())
            .when(client -> isPriced(client.api().call(pricing(MODEL, null)))),
        Need.of("a look at the prices of a model that does not exist")
            .gets(PRICING, "model", UNKNOWN)
            .responds(404, error("model_not_found", "not_found_error"))
            .when(
                client ->
                    client.refused(
                        NotFoundException.class, api -> api.call(pricing(UNKNOWN, null)))),
        Need.of("a look at more prices than a page may have")
            .gets(PRICING, "limit", "" + TOO_MANY)
            .responds(400, error("invalid_request", "invalid_request_error"))
            .when(
                client ->
                    client.refused(
                        BadRequestException.class, api -> api.call(pricing(null, TOO_MANY)))),
        Need.of("a look at the models of video")
            .gets(MODELS, "type", "video")
            .responds(200, models())
            .when(
                client ->
                    assertThat(
                            client
                                .api()
                                .call(AccountApi.listModels(ListedType.VIDEO_MODELS))
                                .getData())
                        .isNotEmpty()),
        Need.of("a test of the connection with an unknown key")
            .gets(MODELS)
            .withKey(Pacts.UNKNOWN_KEY)
            .responds(401, error("unauthorized", "authentication_error"))
            .when(
                client ->
                    client.refused(
                        AuthenticationException.class,
                        api -> api.call(AccountApi.listModels(null)))));
  }

  private static Operation<Pricing> pricing(
      @org.jspecify.annotations.Nullable String model,
      @org.jspecify.annotations.Nullable Integer limit) {
    return AccountApi.listPricing(model, null, limit, null);
  }

  private static void isPriced(Pricing pricing) {
    assertThat(pricing.getCurrency()).isEqualTo("USD");
    assertThat(pricing.getHasMore()).isFalse();
    assertThat(pricing.getData())
        .singleElement()
        .satisfies(
            model -> {
              assertThat(model.getId()).isEqualTo(MODEL);
              assertThat(model.getPrices())
                  .isNotEmpty()
                  .allSatisfy(price -> assertThat(price.getUnitPrice()).matches("[0-9.]+"));
            });
  }

  private static DslPart prices() {
    return json(
        body ->
            body.stringValue("object", "list")
                .stringMatcher("currency", "[A-Z]{3}", "USD")
                .booleanValue("has_more", false)
                .stringValue("next_after", "")
                .minArrayLike(
                    "data",
                    1,
                    1,
                    model ->
                        model
                            .stringValue("id", MODEL)
                            .stringValue("type", "video")
                            .minArrayLike(
                                "prices",
                                1,
                                1,
                                price ->
                                    price
                                        .stringType("group", "default")
                                        .object("conditions", conditions -> {})
                                        .stringType("charge_type", "per_second")
                                        .stringType("price_basis", "output_seconds")
                                        .stringType("unit", "second")
                                        .stringMatcher("unit_price", "\\d+(\\.\\d+)?", "0.08"))));
  }

  private static DslPart models() {
    return json(
        body ->
            body.booleanValue("success", true)
                .stringValue("object", "list")
                .minArrayLike(
                    "data",
                    1,
                    1,
                    model ->
                        model
                            .stringType("id", MODEL)
                            .stringValue("object", "model")
                            .integerType("created", 1_780_272_000)
                            .stringType("owned_by", "someone")));
  }
}
