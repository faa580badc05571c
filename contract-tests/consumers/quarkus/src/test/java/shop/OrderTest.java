package shop;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seedance.client.SeedanceClient;
import dev.seedance.mock.testkit.MockServer;
import dev.seedance.mock.testkit.SeedanceMock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SeedanceMock
@QuarkusTest
@WithTestResource(MockProvider.class)
class OrderTest {

  @Inject SeedanceClient client;

  /** The sandbox of the program; {@link MockProvider} sets it. */
  MockServer provider;

  @BeforeEach
  void empty_the_sandbox() {
    provider.reset();
  }

  @Test
  void an_order_becomes_a_clip() {
    String url = order("A calm sea", 5).statusCode(200).extract().path("url");

    assertEquals(url, provider.tasks().get(0).videos().get(0).toString());
  }

  @Test
  void the_toolkit_refuses_an_order_before_it_costs_money() {
    order("A calm sea", 99).statusCode(422).body("[0]", is("duration.unsupported"));

    assertEquals(List.of(), provider.requests());
  }

  @Test
  void the_framework_refuses_an_order_by_the_shops_own_rule() {
    order(" ", 5).statusCode(400);
  }

  @Test
  void a_check_reports_the_broken_rules() {
    given()
        .body("{\"model\": \"seedance-2\", \"prompt\": \"A calm sea\", \"duration\": 99}")
        .post("/checks")
        .then()
        .body("valid", is(false))
        .body("violations[0].rule", is("duration.unsupported"));
  }

  @Test
  void beans_and_a_fresh_sandbox_stand_side_by_side(MockServer mock) {
    client.submit(new Order("A calm sea", 5).request());

    assertEquals(1, provider.tasks().size());
    assertEquals(List.of(), mock.tasks());
  }

  private static ValidatableResponse order(String prompt, int seconds) {
    return given()
        .contentType(ContentType.JSON)
        .body(new Order(prompt, seconds))
        .post("/orders")
        .then();
  }
}
