package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.client.error.AuthenticationException;
import dev.seedance.client.error.PriceUnknownException;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.VideoModel;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The prices that a budget reckons by. */
class BudgetPricesTest {

  private final ScriptedServer server = new ScriptedServer();
  private final FakeTime time = new FakeTime();
  private final Budget budget = Budget.of("2");

  private SeedanceClientBuilder client() {
    return TestClient.of(server, time).budget(budget);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void asks_the_server_for_its_prices_page_by_page_and_once() {
    SeedanceClient asking = client().build();
    server.reply(
        Reply.json(200, PriceLists.page("other", ",\"has_more\":true,\"next_after\":\"o/1\"")),
        Reply.json(200, PriceLists.page("seedance-2", ",\"has_more\":false,\"next_after\":\"\"")),
        task(1, "queued", ""),
        task(2, "queued", ""));

    asking.submit(request());
    asking.submit(request());

    assertThat(server.calls())
        .extracting(ScriptedServer.Call::path)
        .containsExactly(
            "/v1/pricing?type=video&limit=100",
            "/v1/pricing?type=video&limit=100&after=o%2F1",
            "/v1/videos/generations",
            "/v1/videos/generations");
    assertThat(budget.reserved()).isEqualByComparingTo("2");
  }

  @Test
  void asks_again_for_prices_that_are_old() {
    SeedanceClient asking = client().build();
    Reply page = Reply.json(200, PriceLists.page("seedance-2", ""));
    server.reply(page, task(1, "queued", ""), page, task(2, "queued", ""));

    asking.submit(request());
    time.jump(Duration.ofMinutes(11));
    asking.submit(request());

    assertThat(server.calls()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"currency\":\"USD\",\"data\":[{\"id\":\"seedance-2\",\"prices\":[]}]}",
        "{\"currency\":\"USD\",\"data\":[]}",
        "{\"currency\":\"CNY\",\"data\":[{\"id\":\"seedance-2\",\"prices\":[{\"price_basis\":\"request\",\"unit\":\"request\",\"unit_price\":\"1\"}]}]}",
        "{\"data\":7}",
      })
  void an_order_without_a_price_is_not_sent(String list) {
    server.thenAlways(Reply.json(200, list));

    assertThatThrownBy(() -> client().build().submit(request()))
        .isInstanceOf(PriceUnknownException.class)
        .hasMessageStartingWith(
            "the request was not sent: its price is not known, and a budget is set: ");
    assertThat(server.calls()).extracting(ScriptedServer.Call::method).containsOnly("GET");
    assertThat(budget.reserved()).isZero();
  }

  @Test
  void an_order_without_a_price_takes_the_assumed_one() {
    server.reply(Reply.error(404, "not_found", "no such path"), task(1, "queued", ""));

    client().assumedPrice(new BigDecimal("1.5")).build().submit(request());

    assertThat(budget.reserved()).isEqualByComparingTo("1.5");
  }

  @Test
  void a_wrong_key_is_told_as_such() {
    server.thenAlways(Reply.error(401, "unauthorized", "no"));

    assertThatThrownBy(() -> client().build().submit(request()))
        .isInstanceOf(AuthenticationException.class);
  }

  private static Reply task(int number, String status, String further) {
    return Reply.json(
        200, "{\"id\":\"tsk_%d\",\"status\":\"%s\"%s}".formatted(number, status, further));
  }

  private static GenerationRequest request() {
    return new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt("A kite").duration(5);
  }
}
