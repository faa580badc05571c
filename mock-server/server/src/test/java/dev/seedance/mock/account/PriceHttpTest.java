package dev.seedance.mock.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import dev.seedance.spec.ApiSpec;
import dev.seedance.spec.price.Cost;
import dev.seedance.spec.price.Order;
import dev.seedance.spec.price.PriceList;
import dev.seedance.validator.Capabilities;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceHttpTest {

  @RegisterExtension static final TestServer server = TestServer.with("--revision=latest");

  private static final List<String> MODELS = Capabilities.of(ApiSpec.LATEST).modelNames();

  @Test
  void the_prices_are_a_list_that_gives_the_bill_of_a_task() {
    Response response = server.get("/v1/pricing");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(response.json().path("has_more").booleanValue()).isFalse();
    assertThat(response.text("/next_after")).isEmpty();
    var list = PriceList.parse(response.text());
    assertThat(list.models()).extracting(model -> model.id()).containsExactlyElementsOf(MODELS);

    String bill = completed("seedance-2-5", "\"duration\":5").text("/billing/cost_usd");
    assertThat(list.of(new Order("seedance-2-5", "720p", 5, 1, false)))
        .isInstanceOfSatisfying(
            Cost.Known.class, cost -> assertThat(cost.amount()).isEqualByComparingTo(bill));
  }

  @Test
  void an_input_video_has_another_price() {
    String without = completed("seedance-2-5", "\"duration\":5").text("/billing/cost_usd");
    String with =
        completed(
                "seedance-2-5",
                "\"duration\":5,\"video_with_roles\":"
                    + "[{\"url\":\"https://a.example/v.mp4\",\"role\":\"reference_video\"}]")
            .text("/billing/cost_usd");
    assertThat(without).isEqualTo("0.760767");
    assertThat(with).isEqualTo("1.869309");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void pages_join_to_the_whole_list(int limit) {
    List<String> seen = new ArrayList<>();
    String path = "/v1/pricing?limit=" + limit;
    JsonNode page = server.get(path).json();
    while (page.path("has_more").booleanValue()) {
      assertThat(page.path("data")).hasSize(limit);
      page.path("data").forEach(model -> seen.add(model.path("id").asText()));
      page = server.get(path + "&after=" + page.path("next_after").asText()).json();
    }
    page.path("data").forEach(model -> seen.add(model.path("id").asText()));
    assertThat(seen).containsExactlyElementsOf(MODELS);
  }

  @ParameterizedTest
  @CsvSource({
    "model=seedance-2-5, 1",
    "model=seedance-2-5&type=video, 1",
    "model=seedance-2-5&type=image, 0",
    "type=image, 0",
    "limit=100, 6",
    "after=seedance-2-5-global, 0"
  })
  void parameters_choose(String query, int models) {
    assertThat(server.get("/v1/pricing?" + query).json().path("data")).hasSize(models);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit=0          | limit | the parameter 'limit' is '0'; expected 1 to 100",
        "limit=101        | limit | the parameter 'limit' is '101'; expected 1 to 100",
        "limit=1e2        | limit | the parameter 'limit' is '1e2'; expected 1 to 100",
        "limit=           | limit | the parameter 'limit' is ''; expected 1 to 100",
        "limit=1&limit=2  | limit | the parameter 'limit' is there 2 times; send it once",
        "type=text        | type  | the parameter 'type' is 'text'; expected image, video",
        "after=nobody     | after | the parameter 'after' is 'nobody'; expected the 'next_after'",
        "modell=x         | modell | the parameter 'modell' is not known; known: model, type,"
      })
  void another_parameter_or_value_is_400(String query, String param, String message) {
    Response response = server.get("/v1/pricing?" + query);
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text("/error/code")).isEqualTo("invalid_request");
    assertThat(response.text("/error/param")).isEqualTo(param);
    assertThat(response.text("/error/message")).startsWith(message);
  }

  @Test
  void an_unknown_model_is_404() {
    Response response = server.get("/v1/pricing?model=seedance-9");
    assertThat(response.status()).isEqualTo(404);
    assertThat(response.text("/error/code")).isEqualTo("model_not_found");
    assertThat(response.text("/error/type")).isEqualTo("not_found_error");
    assertThat(response.text("/error/message")).contains("'seedance-9'", "known: seedance-2, ");
  }

  @Test
  void the_prices_are_those_of_the_models_of_the_sandbox() {
    server.put("/_mock/revision", "{\"revision\":\"2026-06\"}");
    assertThat(server.get("/v1/pricing").json().path("data")).hasSize(3);
    Response later = server.get("/v1/pricing?model=seedance-2-5");
    assertThat(later.status()).isEqualTo(404);
    assertThat(later.text("/error/message"))
        .endsWith("accepted since revision 2026-09: --revision latest");
    assertThat(server.get("/v1/models?type=all").json().path("data")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "type=text, 0", "type=image, 0", "type=video, 6", "type=all, 6"})
  void models_are_listed_by_type_and_without_one_those_of_text(String query, int models) {
    Response response = server.get("/v1/models?" + query);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().path("success").booleanValue()).isTrue();
    assertThat(response.text("/object")).isEqualTo("list");
    assertThat(response.json().path("data")).hasSize(models);
    response
        .json()
        .path("data")
        .forEach(model -> assertThat(MODELS).contains(model.path("id").asText()));
  }

  @Test
  void another_type_of_model_is_400() {
    Response response = server.get("/v1/models?type=sound");
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text("/error/message"))
        .isEqualTo("the parameter 'type' is 'sound'; expected text, image, video, all");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/models", "/v1/pricing"})
  void no_key_is_401_in_the_shape_of_errors(String path) {
    Response response = server.getWithoutKey(path);
    assertThat(response.status()).isEqualTo(401);
    assertThat(response.text("/error/code")).isEqualTo("unauthorized");
  }

  private static Response completed(String model, String members) {
    String id =
        server
            .submit(
                "{\"model\":\"%s\",\"prompt\":\"[mock:instant] x\",%s}".formatted(model, members))
            .text("/id");
    return server.poll(id);
  }
}
