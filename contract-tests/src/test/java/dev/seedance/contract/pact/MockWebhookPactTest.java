package dev.seedance.contract.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.MessageAndMetadata;
import au.com.dius.pact.provider.PactVerifyProvider;
import au.com.dius.pact.provider.junit5.MessageTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import dev.seedance.client.webhook.WebhookVerifier;
import dev.seedance.contract.exchange.Calls;
import dev.seedance.contract.exchange.CheckedHttp;
import dev.seedance.contract.exchange.WebhookReceiver;
import dev.seedance.contract.exchange.WebhookReceiver.Delivery;
import dev.seedance.mock.testkit.MockServer;
import dev.seedance.mock.testkit.SeedanceMock;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** The mock's webhooks fulfil the needs of the receiver: their bytes are caught on the way. */
@Provider(Pacts.WEBHOOKS)
@PactFolder("pacts")
@SeedanceMock(clock = "frozen")
class MockWebhookPactTest {

  private final CheckedHttp http = new CheckedHttp();
  private WebhookReceiver receiver;
  private Calls calls;
  private String secret;

  @BeforeEach
  void aim(PactVerificationContext pact, MockServer mock) throws IOException {
    receiver = WebhookReceiver.start();
    calls = http.callsOf(mock.baseUrl(), mock.apiKey());
    secret = mock.webhooks().secret();
    pact.setTarget(new MessageTestTarget(List.of(getClass().getPackageName())));
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void holds(PactVerificationContext pact) {
    pact.verifyInteraction();
  }

  @PactVerifyProvider(WebhookNeeds.COMPLETED)
  MessageAndMetadata completed() {
    return ended("{\"status\":\"completed\"}");
  }

  @PactVerifyProvider(WebhookNeeds.FAILED)
  MessageAndMetadata failed() {
    return ended("{\"status\":\"failed\"}");
  }

  @PactVerifyProvider(WebhookNeeds.TEST)
  MessageAndMetadata test() {
    calls.post("/_mock/webhooks/test", "{\"url\":\"%s\"}".formatted(receiver.url("hook")));
    return caught();
  }

  private MessageAndMetadata ended(String outcome) {
    String task =
        calls
            .submit(
                """
                {"model":"seedance-2","prompt":"A lighthouse","client_business_id":"order-1",
                 "trace_id":"trace-1","callback_url":"%s"}"""
                    .formatted(receiver.url("hook")))
            .text("/id");
    calls.post("/_mock/tasks/" + task + "/outcome", outcome);
    return caught();
  }

  private MessageAndMetadata caught() {
    assertThat(receiver.deliveries()).hasSize(1);
    Delivery delivery = receiver.deliveries().get(0);
    WebhookVerifier.of(secret).verify(delivery.headers()::getFirst, delivery.body());
    return new MessageAndMetadata(
        delivery.body(),
        Map.of(
            "contentType",
            delivery.headers().getFirst("Content-Type"),
            WebhookNeed.ID,
            delivery.headers().getFirst(WebhookNeed.ID),
            WebhookNeed.TIMESTAMP,
            delivery.headers().getFirst(WebhookNeed.TIMESTAMP),
            WebhookNeed.SIGNATURE,
            delivery.headers().getFirst(WebhookNeed.SIGNATURE)));
  }
}
