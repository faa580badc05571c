package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.client.SeedanceClient;
import dev.seedance.mock.testkit.MockServer;
import dev.seedance.mock.testkit.SeedanceMock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A context that is closed closes its client. */
@SeedanceMock
class ClosedContextTest {

  @Test
  void the_client_ends_with_its_context(MockServer mock) {
    SeedanceClient client;
    try (var context =
        new SpringApplicationBuilder(ShopApplication.class)
            .web(WebApplicationType.NONE)
            .run(
                "--provider.base-url=" + mock.baseUrl(),
                "--provider.api-key=" + mock.apiKey())) {
      client = context.getBean(SeedanceClient.class);
      client.submit(new Order("A calm sea", 5).request());
    }

    assertThatThrownBy(() -> client.submit(new Order("A calm sea", 5).request()))
        .hasMessageContaining("closed");
    assertThat(mock.tasks()).hasSize(1);
  }
}
