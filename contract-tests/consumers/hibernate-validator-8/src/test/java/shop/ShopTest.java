package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seedance.client.AwaitOptions;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.error.InvalidRequestException;
import dev.seedance.mock.testkit.MockServer;
import dev.seedance.mock.testkit.SeedanceMock;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.HibernateValidator;
import org.junit.jupiter.api.Test;

class ShopTest {

  @SeedanceMock private MockServer mock;

  @Test
  void an_order_becomes_a_clip() {
    var task = shop().make(new Order("A calm sea", 5));

    assertEquals(task.getId(), mock.tasks().get(0).id());
  }

  @Test
  void the_client_refuses_an_order_before_it_costs_money() {
    var refused =
        assertThrows(InvalidRequestException.class, () -> shop().make(new Order("A calm sea", 99)));

    assertEquals("duration.unsupported", refused.violations().get(0).getRule());
    assertTrue(mock.requests().isEmpty());
  }

  @Test
  void the_shops_rules_and_the_providers_live_side_by_side() {
    assertEquals(List.of(), shop().complaints(new Order("A calm sea", 5)));
    assertEquals(
        List.of("no prompt: ' '", "prompt.required", "duration.unsupported"),
        shop().complaints(new Order(" ", 99)));
  }

  @Test
  void the_programs_version_of_hibernate_validator_wins() {
    String jar =
        HibernateValidator.class.getProtectionDomain().getCodeSource().getLocation().getPath();

    assertTrue(jar.endsWith(System.getProperty("managed.hibernate-validator") + ".jar"), jar);
  }

  private Shop shop() {
    var quickly = // each poll advances the sandbox's clock
        AwaitOptions.defaults().withFirstWait(Duration.ZERO).withInterval(Duration.ofMillis(10));
    return new Shop(
        SeedanceClient.builder()
            .baseUrl(mock.baseUrl())
            .apiKey(mock.apiKey())
            .awaitOptions(quickly)
            .build());
  }
}
