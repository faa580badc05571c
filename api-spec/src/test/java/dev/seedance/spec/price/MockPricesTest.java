package dev.seedance.spec.price;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.spec.ApiSpec;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of prices says nothing of models or resolutions that no revision has. */
class MockPricesTest {

  private static final PriceList MOCK = PriceList.ofMock();

  @ParameterizedTest
  @MethodSource("models")
  void each_model_with_prices_has_them_at_each_of_its_resolutions(ModelPrices model) {
    assertThat(resolutions(model.id()))
        .as("resolutions of %s in the newest capability table", model.id())
        .isNotEmpty()
        .allSatisfy(
            resolution ->
                assertThat(Stream.of(true, false))
                    .allSatisfy(
                        video ->
                            assertThat(MOCK.of(new Order(model.id(), resolution, 5, 1, video)))
                                .as("add a row to api-spec/pricing.yaml")
                                .isInstanceOf(Cost.Known.class)));
  }

  static Stream<ModelPrices> models() {
    return MOCK.models().stream();
  }

  private static Stream<String> resolutions(String model) {
    JsonNode row = Json.read(ApiSpec.capabilities(ApiSpec.LATEST)).path("models").path(model);
    return StreamSupport.stream(row.path("resolutions").spliterator(), false).map(JsonNode::asText);
  }
}
