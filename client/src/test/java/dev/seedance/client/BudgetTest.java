package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seedance.client.error.BadRequestException;
import dev.seedance.client.error.BudgetExceededException;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.error.SeedanceIoException;
import dev.seedance.client.error.TaskFailedException;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.VideoModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A budget of 2 USD, and requests of 1 USD each. */
class BudgetTest {

  private static final Reply LOST = Reply.json(200, "{\"obj").butPromise(500);

  private final ScriptedServer server = new ScriptedServer();
  private final FakeTime time = new FakeTime();
  private final Budget budget = Budget.of("2");
  private final SeedanceClient client = client().prices(PriceLists.oneDollar()).build();

  private SeedanceClientBuilder client() {
    return TestClient.of(server, time).budget(budget);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void an_order_over_budget_is_not_sent() {
    server.reply(task(1, "queued", ""), task(2, "queued", ""));
    client.submit(request());
    client.submit(request());
    stands("0", "2");

    var refusal =
        catchThrowableOfType(BudgetExceededException.class, () -> client.submit(request()));

    assertThat(refusal)
        .hasMessage(
            "the request was not sent: it can cost 1.000000 USD, and 0.000000 of the budget of 2 USD are left");
    assertThat(refusal.needed()).isEqualByComparingTo("1");
    assertThat(refusal.left()).isEqualByComparingTo("0");
    assertThat(refusal.limit()).isEqualByComparingTo("2");
    assertThat(server.calls()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "completed | ,\"billing\":{\"status\":\"settled\",\"cost_usd\":\"0.25\"}              | 0.25 | 0",
        "completed | ,\"billing\":{\"status\":\"settled\",\"cost_usd\":\"1.5\"}               | 1.5  | 0",
        "completed | ,\"billing\":{\"status\":\"settled\",\"credits\":\"9\"}                  | 1    | 0",
        "completed | ,\"billing\":{\"status\":\"settled\",\"cost_usd\":\"-1\"}                | 1    | 0",
        "completed | ,\"billing\":{\"status\":\"settled\",\"cost_usd\":\"1e-999999999\"}      | 1    | 0",
        "completed | ,\"billing\":{\"status\":\"settled\",\"cost_usd\":\"free\"}              | 1    | 0",
        "completed | ,\"billing\":{\"status\":\"refunded\",\"cost_usd\":\"0.25\"}             | 0    | 0",
        "completed | ,\"billing\":{\"status\":\"pending\"}                                    | 0    | 1",
        "completed | ,\"billing\":{\"status\":\"reviewed\"}                                   | 0    | 1",
        "completed | ,\"billing\":7                                                           | 1    | 0",
        "completed | ``                                                                       | 1    | 0",
        "failed    | ,\"billing\":{\"status\":\"refunded\"}                                   | 0    | 0",
        "failed    | ,\"billing\":{\"status\":\"settled\",\"cost_usd\":\"0.25\"}              | 0.25 | 0",
        "failed    | ,\"billing\":{\"status\":\"pending\"}                                    | 0    | 1",
        "failed    | ``                                                                       | 0    | 0",
        "archiving | ,\"billing\":{\"status\":\"settled\",\"cost_usd\":\"0.25\"}              | 0    | 1",
      })
  void the_bill_of_the_final_status_settles(String status, String bill, String spent, String left) {
    server.reply(task(1, "queued", ""), task(1, status, bill));
    client.submit(request());

    client.get("tsk_1");

    stands(spent, left);
  }

  @Test
  void a_bill_that_comes_late_takes_the_place_of_the_assumption_and_a_lost_one_does_not() {
    String bill = ",\"billing\":{\"status\":\"settled\",\"cost_usd\":\"0.25\"}";
    server.reply(task(1, "queued", ""), task(1, "completed", ""));
    server.reply(task(1, "completed", bill), task(1, "completed", ""));
    client.submit(request());

    client.get("tsk_1");
    stands("1", "0");
    client.get("tsk_1");
    stands("0.25", "0");
    client.get("tsk_1");
    stands("0.25", "0");
  }

  @Test
  void a_wait_settles_too() {
    server.reply(
        task(1, "queued", ""), task(1, "failed", ",\"billing\":{\"status\":\"refunded\"}"));

    assertThatThrownBy(() -> client.generate(request())).isInstanceOf(TaskFailedException.class);

    stands("0", "0");
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 402, 403, 404, 413, 422, 429})
  void a_refusal_releases(int status) {
    server.reply(Reply.error(status, "c", "m"));

    assertThatThrownBy(() -> client.submit(request())).isInstanceOf(SeedanceException.class);

    stands("0", "0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"408", "500", "HTML 502", "empty 200", "reset", "no id"})
  void what_may_have_been_ordered_stays_reserved(String reply) {
    server.reply(reply.equals("408") ? Reply.error(408, "c", "m") : Replies.named(reply));

    assertThatThrownBy(() -> client.submit(request())).isInstanceOf(SeedanceException.class);

    stands("0", "1");
  }

  @Test
  void nothing_is_reserved_for_a_server_that_was_not_reached() {
    server.close();

    assertThatThrownBy(() -> client.submit(request())).isInstanceOf(SeedanceIoException.class);

    stands("0", "0");
  }

  @Test
  void a_refusal_after_a_lost_response_releases_nothing() {
    server.reply(LOST, Reply.error(400, "c", "m"));

    assertThatThrownBy(() -> client.submit(request().clientBusinessId("order_7")))
        .isInstanceOf(BadRequestException.class);

    stands("0", "1");
  }

  @Test
  void a_lost_order_is_found_by_its_business_id() {
    server.reply(LOST, LOST, LOST, LOST);
    assertThatThrownBy(() -> client.submit(request().clientBusinessId("order_7")))
        .isInstanceOf(SeedanceIoException.class);
    stands("0", "1");
    server.reply(
        task(
            1,
            "completed",
            ",\"client_business_id\":\"order_7\",\"billing\":{\"status\":\"settled\",\"cost_usd\":\"0.5\"}"));

    client.getByBusinessId("order_7");

    stands("0.5", "0");
  }

  @Test
  void an_order_whose_response_was_cut_off_after_its_id_is_settled_by_the_id() {
    server.reply(Reply.json(200, "{\"id\":\"tsk_1\",\"sta"), task(1, "failed", ""));
    assertThatThrownBy(() -> client.submit(request())).hasMessageEndingWith("(task tsk_1)");
    stands("0", "1");

    client.get("tsk_1");

    stands("0", "0");
  }

  @Test
  void a_replay_costs_nothing_more() {
    server.reply(task(1, "queued", ""), task(1, "queued", ""), task(1, "queued", ""));

    for (int i = 0; i < 3; i++) {
      client.submit(request().clientBusinessId("order_7"));
    }

    stands("0", "1");
  }

  @Test
  void a_replay_that_only_the_server_recognises_costs_nothing_more() {
    server.reply(task(1, "queued", ""), task(1, "queued", ""));

    client.submit(request().clientBusinessId("order_7"));
    client.submit(request().clientBusinessId("order_8"));

    stands("0", "1");
  }

  @Test
  void another_task_under_a_known_business_id_counts() {
    server.reply(task(1, "queued", ""), task(2, "queued", ""));

    client.submit(request().clientBusinessId("order_7"));
    client.submit(request().clientBusinessId("order_7"));

    stands("0", "2");
  }

  @Test
  void the_same_ids_of_another_account_are_other_orders() {
    SeedanceClient other = client().apiKey("sk-other").prices(PriceLists.oneDollar()).build();
    server.reply(task(1, "queued", ""), task(1, "queued", ""), task(1, "failed", ""));

    client.submit(request().clientBusinessId("order_7"));
    other.submit(request().clientBusinessId("order_7"));
    stands("0", "2");
    other.get("tsk_1");

    stands("0", "1");
  }

  @Test
  void a_task_that_was_not_ordered_here_is_not_on_it() {
    server.reply(task(9, "completed", ",\"billing\":{\"status\":\"settled\",\"cost_usd\":\"1\"}"));

    client.get("tsk_9");

    stands("0", "0");
  }

  @Test
  void a_wrong_request_reserves_nothing() {
    SeedanceClient checked = client().requestCheck(RequestCheck.onClassPath()).build();

    assertThatThrownBy(() -> checked.submit(request().duration(99)))
        .isInstanceOf(SeedanceException.class);

    stands("0", "0");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void many_orders_at_once_stay_in_the_budget() {
    IntStream.range(0, 40).forEach(i -> server.reply(task(i, "queued", "")));

    List<CompletableFuture<Boolean>> orders =
        Stream.generate(() -> client.async().submit(request()).handle((task, e) -> e == null))
            .limit(40)
            .toList();

    assertThat(orders.stream().filter(CompletableFuture::join)).hasSize(2);
    assertThat(server.calls()).hasSize(2);
    stands("0", "2");
  }

  @Test
  void a_closed_client_leaves_nothing_reserved_that_it_did_not_send() {
    client.close();

    assertThatThrownBy(() -> client.submit(request())).isInstanceOf(IllegalStateException.class);

    stands("0", "0");
  }

  @Test
  void amounts_are_decimals_of_0_or_more() {
    assertThatThrownBy(() -> Budget.of("-1")).hasMessage("a budget must be 0 USD or more, not -1");
    assertThatThrownBy(() -> Budget.of("ten"))
        .hasMessage("a budget is a decimal such as 12.50, not ten");
    assertThat(Budget.of("0.1")).hasToString("0 of 0.1 USD spent, 0 reserved");
  }

  private void stands(String spent, String reserved) {
    assertThat(budget.spent()).isEqualByComparingTo(spent);
    assertThat(budget.reserved()).isEqualByComparingTo(reserved);
    assertThat(budget.left())
        .isEqualByComparingTo(
            new BigDecimal("2")
                .subtract(new BigDecimal(spent))
                .subtract(new BigDecimal(reserved))
                .max(BigDecimal.ZERO));
  }

  private static Reply task(int number, String status, String further) {
    return Reply.json(
        200, "{\"id\":\"tsk_%d\",\"status\":\"%s\"%s}".formatted(number, status, further));
  }

  private static GenerationRequest request() {
    return new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt("A kite").duration(5);
  }
}
