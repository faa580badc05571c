package dev.seedance.contract.pact;

import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction;
import dev.seedance.client.webhook.WebhookVerifier;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verifier takes the events of the receiver's pact, and makes typed events of them. */
class WebhookReceiverPactTest {

  private static final String SECRET = "whsec_pact";

  static List<WebhookNeed> needs() {
    return WebhookNeeds.all();
  }

  @ParameterizedTest
  @MethodSource("needs")
  void the_verifier_understands_the_event(WebhookNeed need) throws GeneralSecurityException {
    PactBuilder pact = new PactBuilder(Pacts.WEBHOOK_RECEIVER, Pacts.WEBHOOKS, PactSpecVersion.V4);
    need.addTo(pact);
    var contents =
        ((V4Interaction.AsynchronousMessage) pact.toPact().getInteractions().get(0)).getContents();
    byte[] body = contents.getContents().orEmpty();
    Map<String, String> headers = new HashMap<>();
    contents.getMetadata().forEach((name, value) -> headers.put(name, String.valueOf(value)));
    // The example cannot carry a signature that holds: that takes a secret.
    headers.put(WebhookNeed.SIGNATURE, "v1=" + sign(headers, body));

    need.reader().accept(verifier(headers).verify(headers::get, body));
  }

  private static WebhookVerifier verifier(Map<String, String> headers) {
    Instant sent = Instant.ofEpochSecond(Long.parseLong(headers.get(WebhookNeed.TIMESTAMP)));
    return WebhookVerifier.of(SECRET).withClock(Clock.fixed(sent, ZoneOffset.UTC));
  }

  private static String sign(Map<String, String> headers, byte[] body)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String prefix = headers.get(WebhookNeed.ID) + "." + headers.get(WebhookNeed.TIMESTAMP) + ".";
    mac.update(prefix.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(mac.doFinal(body));
  }
}
