package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.SeedanceClient;
import dev.seedance.mock.testkit.MockServer;
import dev.seedance.mock.testkit.Scenario;
import dev.seedance.mock.testkit.SeedanceMock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@SeedanceMock
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OrderTest {

  /** The sandbox of the program, which starts once and has one key. */
  private static MockServer provider;

  @Autowired private WebTestClient shop;

  @BeforeAll
  static void start(MockServer mock) {
    provider = mock;
  }

  @DynamicPropertySource
  static void configure(DynamicPropertyRegistry properties) {
    properties.add("provider.base-url", provider::baseUrl);
    properties.add("provider.api-key", provider::apiKey);
  }

  @BeforeEach
  void empty_the_sandbox() {
    provider.reset();
  }

  @Test
  void an_order_becomes_a_clip() {
    order("A calm sea", 5)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.url")
        .value(url -> assertThat(provider.tasks().get(0).videos()).hasToString("[" + url + "]"));
  }

  @Test
  void the_toolkit_refuses_an_order_before_it_costs_money() {
    order("A calm sea", 99)
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.rules[0]")
        .isEqualTo("duration.unsupported");

    assertThat(provider.requests()).isEmpty();
  }

  @Test
  void the_framework_refuses_an_order_by_the_shops_own_rule() {
    order(" ", 5).expectStatus().isBadRequest();
  }

  @Test
  void a_check_reports_the_broken_rules() {
    shop.post()
        .uri("/checks")
        .bodyValue("{\"model\": \"seedance-2\", \"prompt\": \"A calm sea\", \"duration\": 99}")
        .exchange()
        .expectBody()
        .jsonPath("$.valid")
        .isEqualTo(false)
        .jsonPath("$.violations[0].rule")
        .isEqualTo("duration.unsupported");
  }

  @Test
  void a_failed_task_is_told() {
    provider.register(
        Scenario.named("storms").whenPrompt("*storm*").fails("generation_failed", "No storms"));

    order("A storm at sea", 5)
        .expectStatus()
        .isEqualTo(502)
        .expectBody()
        .jsonPath("$.detail")
        .value(detail -> assertThat(detail).asString().contains("No storms"));
  }

  @Test
  void beans_and_a_fresh_sandbox_stand_side_by_side(
      @Autowired SeedanceClient client, MockServer mock) {
    client.submit(new Order("A calm sea", 5).request());

    assertThat(provider.tasks()).hasSize(1);
    assertThat(mock.baseUrl()).isEqualTo(provider.baseUrl());
    assertThat(mock.tasks()).isEmpty();
  }

  private WebTestClient.ResponseSpec order(String prompt, int seconds) {
    return shop.post().uri("/orders").bodyValue(new Order(prompt, seconds)).exchange();
  }
}
