package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.client.SeedanceClient;
import dev.seedance.client.error.TaskFailedException;
import dev.seedance.mock.testkit.MockServer;
import dev.seedance.mock.testkit.Scenario;
import dev.seedance.mock.testkit.SeedanceMock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SeedanceMock
@SpringBootTest
class ProviderTest {

  /** The sandbox of the context, which starts once and has one key. */
  private static MockServer provider;

  @Autowired private SeedanceClient client;

  /** Runs before Spring makes the context. */
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
  void a_bean_of_the_context_calls_the_mock() {
    var task = client.generate(new Order("A calm sea", 5).request());

    assertThat(provider.task(task.getId()).status()).isEqualTo("completed");
  }

  @Test
  void a_task_fails_as_the_test_says() {
    provider.register(
        Scenario.named("storms").whenPrompt("*storm*").fails("generation_failed", "No storms"));

    assertThatThrownBy(() -> client.generate(new Order("A storm at sea", 5).request()))
        .isInstanceOf(TaskFailedException.class)
        .hasMessageContaining("No storms");
  }
}
