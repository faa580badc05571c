package dev.seedance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.client.Budget;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.error.BudgetExceededException;
import dev.seedance.client.error.ContentPolicyException;
import dev.seedance.client.error.TaskFailedException;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.VideoModel;
import dev.seedance.contract.exchange.CheckedHttp;
import dev.seedance.mock.testkit.MockServer;
import dev.seedance.mock.testkit.SeedanceMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A budget goes by the prices and the bills of the mock, and its account agrees. */
@SeedanceMock(revision = "latest")
class BudgetTest {

  @RegisterExtension private final CheckedHttp http = new CheckedHttp();

  @Test
  void a_finished_video_costs_its_bill(MockServer mock) {
    Budget budget = Budget.of("1");

    client(mock, budget).generate(request("realistic"));

    assertThat(budget.reserved()).isZero();
    assertThat(budget.spent()).isPositive().isEqualByComparingTo(mock.account().spent());
  }

  @Test
  void an_order_beyond_the_budget_is_not_sent(MockServer mock) {
    Budget budget = Budget.of("0.5");
    SeedanceClient client = client(mock, budget);
    client.generate(request("realistic"));
    int tasks = mock.tasks().size();

    assertThatThrownBy(() -> client.submit(request("realistic")))
        .isInstanceOf(BudgetExceededException.class);

    assertThat(mock.tasks()).hasSize(tasks);
    assertThat(budget.reserved()).isZero();
  }

  @Test
  void a_failed_video_costs_nothing(MockServer mock) {
    Budget budget = Budget.of("0.5");
    SeedanceClient client = client(mock, budget);

    assertThatThrownBy(() -> client.generate(request("content-rejected")))
        .isInstanceOf(TaskFailedException.class);
    client.generate(request("realistic"));

    assertThat(budget.reserved()).isZero();
    assertThat(budget.spent()).isEqualByComparingTo(mock.account().spent());
  }

  @Test
  void a_refused_order_costs_nothing(MockServer mock) {
    Budget budget = Budget.of("0.5");

    assertThatThrownBy(() -> client(mock, budget).submit(request("policy-rejected")))
        .isInstanceOf(ContentPolicyException.class);

    assertThat(budget.left()).isEqualByComparingTo(budget.limit());
  }

  @Test
  void a_repeated_order_is_paid_once(MockServer mock) {
    Budget budget = Budget.of("0.5");
    SeedanceClient client = client(mock, budget);
    GenerationRequest order = request("realistic").clientBusinessId("order-7");

    String first = client.generate(order).getId();
    String again = client.submit(order).getId();

    assertThat(again).isEqualTo(first);
    assertThat(budget.reserved()).isZero();
    assertThat(budget.spent()).isEqualByComparingTo(mock.account().spent());
  }

  private SeedanceClient client(MockServer mock, Budget budget) {
    return http.clientOf(mock.baseUrl(), mock.apiKey()).budget(budget).build();
  }

  private static GenerationRequest request(String scenario) {
    return new GenerationRequest()
        .model(VideoModel.SEEDANCE_2)
        .prompt("[mock:" + scenario + "] A lighthouse")
        .duration(5);
  }
}
