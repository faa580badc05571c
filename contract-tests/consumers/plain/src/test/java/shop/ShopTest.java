package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seedance.client.AwaitOptions;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.error.InvalidRequestException;
import dev.seedance.client.error.TaskFailedException;
import dev.seedance.mock.testkit.MockServer;
import dev.seedance.mock.testkit.Scenario;
import dev.seedance.mock.testkit.SeedanceMock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SeedanceMock
class ShopTest {

  @TempDir private Path folder;

  @Test
  void an_order_becomes_a_file(MockServer mock) throws Exception {
    Path clip = shop(mock).make("A calm sea", 5, folder.resolve("sea.mp4"));

    assertTrue(Files.size(clip) > 0);
    assertEquals("completed", mock.tasks().get(0).status());
  }

  @Test
  void the_client_refuses_an_order_before_it_costs_money(MockServer mock) {
    var refused =
        assertThrows(
            InvalidRequestException.class,
            () -> shop(mock).make("A calm sea", 99, folder.resolve("sea.mp4")));

    assertEquals("duration.unsupported", refused.violations().get(0).getRule());
    assertTrue(mock.requests().isEmpty());
  }

  @Test
  void a_check_names_the_broken_rules(MockServer mock) {
    assertEquals(List.of(), shop(mock).check("A calm sea", 5));
    assertEquals(List.of("duration.unsupported"), shop(mock).check("A calm sea", 99));
  }

  @Test
  void a_failed_task_is_told(MockServer mock) {
    mock.register(
        Scenario.named("storms").whenPrompt("*storm*").fails("generation_failed", "No storms"));

    var failed =
        assertThrows(
            TaskFailedException.class,
            () -> shop(mock).make("A storm at sea", 5, folder.resolve("storm.mp4")));

    assertTrue(failed.getMessage().contains("No storms"), failed.getMessage());
  }

  @Test
  void no_class_of_the_mock_server_is_on_the_class_path() {
    assertThrows(
        ClassNotFoundException.class, () -> Class.forName("dev.seedance.mock.EmbeddedMock"));
  }

  private static Shop shop(MockServer mock) {
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
