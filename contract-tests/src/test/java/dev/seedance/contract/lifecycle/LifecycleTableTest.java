package dev.seedance.contract.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.contract.lifecycle.Lifecycle.State;
import dev.seedance.spec.ApiSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of the lifecycle notices each fault that it is there for. */
class LifecycleTableTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Lifecycle TABLE = Lifecycle.table();

  private static final String DONE =
      "'status':'completed','progress':100,'completed_at':20,'expires_at':86420,'result':{}";

  @Test
  void the_table_has_the_states_of_the_contract() throws IOException {
    try (var spec = ApiSpec.openApiJson().openStream()) {
      JsonNode known =
          JSON.readTree(spec)
              .at("/components/schemas/GenerationTask/properties/status/x-extensible-enum");
      assertThat(TABLE.states())
          .extracting(State::name)
          .isEqualTo(JSON.convertValue(known, List.class));
    }
  }

  @Test
  void a_common_life_is_in_order() throws IOException {
    assertThat(
            breaches(
                "'status':'queued','progress':0",
                "'status':'in_progress','progress':0",
                "'status':'in_progress','progress':60",
                "'status':'reviewing','progress':60",
                DONE,
                DONE))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'status':'queued','progress':5 | 'status':'queued','progress':5 | queued has progress 5",
        "'status':'in_progress','progress':5 | 'status':'queued','progress':0"
            + " | in_progress must not lead to queued",
        "'status':'in_progress','progress':60 | 'status':'in_progress','progress':50"
            + " | progress-never-falls",
        "'status':'failed','progress':0,'error':{} | 'status':'in_progress','progress':9"
            + " | failed must not lead to in_progress",
        "'status':'failed','progress':0,'error':{} | 'status':'reviewing','progress':0"
            + " | failed must not lead to reviewing",
        "'status':'failed','progress':0,'error':{} | 'status':'failed','progress':0,'error':{'a':1}"
            + " | final-is-final",
        "'status':'queued','progress':0 | 'status':'failed','progress':0 | failed lacks error",
        "'status':'queued','progress':0 | 'status':'queued','progress':0,'result':{}"
            + " | queued must not have result",
        "'status':'queued','progress':0,'model':'a' | 'status':'queued','progress':0,'model':'b'"
            + " | identity-is-constant",
        "'status':'queued','progress':0 | 'status':'completed','progress':100,'completed_at':9,"
            + "'expires_at':86409,'result':{} | times-are-ordered",
        "'status':'queued','progress':0 | 'status':'completed','progress':100,'completed_at':20,"
            + "'expires_at':30,'result':{} | links-live-for-a-day",
        "'status':'queued','progress':0 | 'status':'in_progress','progress':0,"
            + "'billing':{'status':'settled'} | in_progress has billing settled, expected pending",
        "'status':'queued','progress':0,'billing':{'status':'pending'} | 'status':'failed',"
            + "'progress':0,'error':{},'billing':{'status':'settled'}"
            + " | failed has billing settled, expected refunded",
        "'status':'queued','progress':0,'billing':{'status':'pending'}"
            + " | 'status':'in_progress','progress':0 | billing-is-told-throughout",
        "'status':'failed','progress':0,'error':{},'billing':{'status':'refunded'} | 'status':"
            + "'failed','progress':0,'error':{},'billing':{'status':'refunded','cost_usd':'1'}"
            + " | final-is-final",
      })
  void notices_what_must_not_be(String before, String now, String breach) throws IOException {
    assertThat(breaches(before, now)).anySatisfy(found -> assertThat(found).contains(breach));
  }

  private static List<String> breaches(String... responses) throws IOException {
    List<JsonNode> history = new ArrayList<>();
    List<String> breaches = new ArrayList<>();
    for (String response : responses) {
      history.add(JSON.readTree(("{'created_at':10," + response + "}").replace('\'', '"')));
      breaches.addAll(TABLE.breaches(history));
    }
    return breaches;
  }
}
