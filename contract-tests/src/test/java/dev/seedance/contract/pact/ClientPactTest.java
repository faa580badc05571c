package dev.seedance.contract.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockHttpServerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.PactSpecVersion;
import dev.seedance.client.RequestCheck;
import dev.seedance.client.RetryPolicy;
import dev.seedance.client.SeedanceClient;
import dev.seedance.contract.exchange.CheckedHttp;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The client makes the requests of its pact, and understands the responses. {@link PactFilesTest}
 * holds the pact's file to the same table.
 */
class ClientPactTest {

  @RegisterExtension private final CheckedHttp http = new CheckedHttp();

  @TempDir private Path folder;

  static List<Need> needs() {
    return ClientNeeds.all();
  }

  @ParameterizedTest
  @MethodSource("needs")
  void the_client_makes_the_request_and_understands_the_response(Need need) throws Exception {
    PactBuilder pact = new PactBuilder(Pacts.CLIENT, Pacts.API, PactSpecVersion.V4);
    need.addTo(pact);
    var provider =
        MockHttpServerKt.mockServer(
            pact.toPact(), MockProviderConfig.createDefault(PactSpecVersion.V4));
    provider.start();
    try {
      need.call().run(new Client(client(provider.getUrl(), need.key()), folder));
      assertThat(provider.validateMockServerState(null))
          .isInstanceOf(PactVerificationResult.Ok.class);
    } finally {
      provider.stop();
    }
  }

  private SeedanceClient client(String url, String key) {
    return http.clientOf(URI.create(url), key)
        .retryPolicy(RetryPolicy.never())
        .requestCheck(RequestCheck.none())
        .build();
  }
}
