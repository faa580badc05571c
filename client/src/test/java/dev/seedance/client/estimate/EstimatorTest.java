package dev.seedance.client.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.seedance.client.internal.Json;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.VideoModel;
import dev.seedance.spec.price.PriceList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimatorTest {

  private final PriceList prices = PriceList.ofMock();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "{'model':'seedance-2','duration':5,'resolution':'720p'}           | 0.4  | 0.4  | -",
        "{'model':'seedance-2','duration':5}                               | 0.4  | 0.4  | no resolution is given: 720p",
        "{'model':'seedance-2','duration':5,'resolution':'480p','count':3} | 0.6  | 0.6  | -",
        "{'model':'seedance-2','duration':5,'resolution':'480p','n':2}     | 0.4  | 0.4  | -",
        "{'model':'seedance-2','duration':-1,'resolution':'480p'}          | 0.16 | 0.6  | the duration is automatic: 4 to 15 s",
        "{'model':'seedance-2','resolution':'480p'}                        | 0.16 | 0.6  | the duration is automatic: 4 to 15 s",
        "{'model':'seedance-2','duration':null,'resolution':'480p'}        | 0.16 | 0.6  | the duration is automatic: 4 to 15 s",
        "{'model':'seedance-2-mini','resolution':'480p'}                   | 0.04 | 0.04 | no duration is given: 4 s, the shortest of the model",
        "{'model':'seedance-2-mini','duration':0,'resolution':'480p'}      | 0.04 | 0.15 | the duration is automatic: 4 to 15 s",
      })
  void reckons_by_the_second(String request, BigDecimal least, BigDecimal most, String assumption)
      throws JsonProcessingException {
    Estimate.Known estimate = known(request);

    assertThat(estimate.most()).isEqualByComparingTo(most);
    assertThat(estimate.least())
        .hasValueSatisfying(cost -> assertThat(cost).isEqualByComparingTo(least));
    assertThat(estimate.currency()).isEqualTo("USD");
    assertThat(estimate.assumptions())
        .isEqualTo(assumption == null ? List.of() : List.of(assumption));
  }

  @Test
  void gives_an_upper_bound_where_tokens_are_charged() throws JsonProcessingException {
    Estimate.Known estimate =
        known("{'model':'seedance-2-5-cn','duration':-1,'resolution':'720p'}");

    assertThat(estimate.least()).isEmpty();
    assertThat(estimate.assumptions())
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("the duration is automatic: 4 to 30 s"),
            second -> assertThat(second).contains("tokens", "30 s of output"));
  }

  @Test
  void input_videos_have_a_price_of_their_own() throws JsonProcessingException {
    String request = "{'model':'seedance-2-5','duration':5,'resolution':'720p'%s}";

    assertThat(
            known(request.formatted(",'video_with_roles':[{'url':'https://m.example/v'}]")).most())
        .isNotEqualByComparingTo(known(request.formatted(",'video_with_roles':[]")).most());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                          | it has no model",
        "[]                                          | it has no model",
        "{'model':'seedance-9','duration':5}         | the price list does not have the model 'seedance-9'",
        "{'model':'seedance-9'}                      | its length is automatic, and revision 2026-09 of the contract does not know the model 'seedance-9'",
        "{'model':'seedance-2','duration':'5'}       | its duration is \"5\"; expected a whole number up to 10000",
        "{'model':'seedance-2','duration':1e9}       | its duration is 1.0E9; expected a whole number up to 10000",
        "{'model':'seedance-2','resolution':720}     | its resolution is 720; expected a text",
      })
  void no_price_is_not_free(String request, String reason) throws JsonProcessingException {
    assertThat(Estimator.of(prices, "2026-09").of(Json.MAPPER.readTree(json(request))))
        .isEqualTo(new Estimate.Unknown(reason));
  }

  @Test
  void takes_the_model_of_the_client() {
    var request = new GenerationRequest().model(VideoModel.SEEDANCE_2).duration(5);

    assertThat(Estimator.of(prices).of(request))
        .isInstanceOfSatisfying(
            Estimate.Known.class,
            known -> assertThat(known.least()).isEqualTo(Optional.of(known.most())));
  }

  @Test
  void knows_revisions_by_name() {
    assertThatThrownBy(() -> Estimator.of(prices, "1999"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown contract revision '1999'");
  }

  private Estimate.Known known(String request) throws JsonProcessingException {
    return (Estimate.Known) Estimator.of(prices).of(Json.MAPPER.readTree(json(request)));
  }

  private static String json(String request) {
    return request.replace('\'', '"');
  }
}
