package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seedance.client.SeedanceClient;
import dev.seedance.mock.testkit.MockServer;
import dev.seedance.mock.testkit.SeedanceMock;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@SeedanceMock
@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // as TestPropertyProvider wants it
class OrderTest implements TestPropertyProvider {

  /** The provider of the program, which starts once, before JUnit injects anything. */
  private final MockServer provider = MockServer.start("--clock", "auto");

  @Inject
  @Client("/")
  private HttpClient shop;

  @Override
  public Map<String, String> getProperties() {
    return Map.of(
        "provider.base-url", provider.baseUrl().toString(),
        "provider.api-key", provider.apiKey(),
        "provider.poll-interval", "10ms");
  }

  @BeforeEach
  void empty_the_sandbox() {
    provider.reset();
  }

  @AfterAll
  void stop() {
    provider.close();
  }

  @Test
  void an_order_becomes_a_clip() {
    Clip clip = order("A calm sea", 5, Clip.class);

    assertEquals(clip.url(), provider.tasks().get(0).videos().get(0).toString());
  }

  @Test
  void the_toolkit_refuses_an_order_before_it_costs_money() {
    var refused = refused("A calm sea", 99);

    assertEquals(HttpStatus.UNPROCESSABLE_ENTITY, refused.getStatus());
    assertEquals("[\"duration.unsupported\"]", refused.getResponse().getBody(String.class).get());
    assertEquals(List.of(), provider.requests());
  }

  @Test
  void the_framework_refuses_an_order_by_the_shops_own_rule() {
    assertEquals(HttpStatus.BAD_REQUEST, refused(" ", 5).getStatus());
  }

  @Test
  void a_check_names_the_broken_rules() {
    String request = "{\"model\": \"seedance-2\", \"prompt\": \"A calm sea\", \"duration\": 99}";

    assertEquals(
        "[\"duration.unsupported\"]",
        shop.toBlocking().retrieve(HttpRequest.POST("/checks", request)));
  }

  @Test
  void beans_and_a_fresh_sandbox_stand_side_by_side(SeedanceClient client, MockServer mock) {
    client.submit(new Order("A calm sea", 5).request());

    assertEquals(1, provider.tasks().size());
    assertEquals(List.of(), mock.tasks());
  }

  private HttpClientResponseException refused(String prompt, int seconds) {
    return assertThrows(
        HttpClientResponseException.class, () -> order(prompt, seconds, String.class));
  }

  private <T> T order(String prompt, int seconds, Class<T> type) {
    var order = HttpRequest.POST("/orders", new Order(prompt, seconds));
    return shop.toBlocking().retrieve(order, type);
  }
}
