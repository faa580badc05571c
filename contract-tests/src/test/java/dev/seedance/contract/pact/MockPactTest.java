package dev.seedance.contract.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import dev.seedance.mock.MockOptions;
import dev.seedance.mock.MockServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** The mock is held to what the client needs. */
@Provider(Pacts.PROVIDER)
@PactFolder("pacts")
class MockPactTest {

  private static MockServer mock;

  @BeforeAll
  static void start() {
    mock = MockServer.start(MockOptions.builder().build());
  }

  @AfterAll
  static void stop() {
    mock.close();
  }

  @BeforeEach
  void aim(PactVerificationContext pact) {
    pact.setTarget(new HttpTestTarget(mock.baseUrl().getHost(), mock.baseUrl().getPort()));
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void holds(PactVerificationContext pact) {
    pact.verifyInteraction();
  }

  @State(Pacts.COMPLETED_TASK)
  void completedTask(Map<String, String> parameters) throws IOException, InterruptedException {
    String body =
        """
        {"model":"seedance-2","prompt":"[mock:instant] A lighthouse","client_business_id":"%s"}"""
            .formatted(parameters.get(Pacts.BUSINESS_ID));
    var request =
        HttpRequest.newBuilder(mock.baseUrl().resolve("/v1/videos/generations"))
            .header("Authorization", Pacts.BEARER)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode())
        .isEqualTo(200);
  }
}
