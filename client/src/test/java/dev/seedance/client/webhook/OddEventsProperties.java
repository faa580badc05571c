package dev.seedance.client.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.OddJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No signed body makes anything but an event that can be read, or a refusal. */
class OddEventsProperties {

  private static final String SECRET = "whsec_odd";
  private static final Instant NOW = Instant.parse("2026-07-13T14:30:00Z");

  @Property(tries = 2000)
  void an_event_can_be_read_or_is_refused(@ForAll("bodies") String body)
      throws GeneralSecurityException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String seconds = String.valueOf(NOW.getEpochSecond());
    for (String id : new String[] {"evt_1", idIn(body)}) {
      WebhookVerifier verifier = WebhookVerifier.of(SECRET).withClock(() -> NOW);
      try {
        VerifiedEvent event =
            verifier.verify(
                Map.of(
                    "X-ToAPIs-Webhook-Id", id,
                    "X-ToAPIs-Webhook-Timestamp", seconds,
                    "X-ToAPIs-Webhook-Signature", "v1=" + signature(id, seconds, bytes)),
                bytes);
        assertThat(event.id()).isEqualTo(id);
        assertThat(event.taskId()).isNotNull();
        if (event instanceof VerifiedEvent.Completed completed) {
          assertThat(completed.videos())
              .isNotEmpty()
              .allSatisfy(video -> assertThat(video.getUrl()).startsWith("http"));
        }
      } catch (WebhookRefusedException e) {
        assertThat(e.reason())
            .isIn(WebhookRefusedException.Reason.BODY, WebhookRefusedException.Reason.ID);
      }
    }
  }

  /** Returns the id that the examples have. */
  private static String idIn(String body) {
    var id = Pattern.compile("\"id\":\"(evt[^\"\\\\]*)\"").matcher(body);
    return id.find() ? id.group(1) : "evt_2";
  }

  private static String signature(String id, String seconds, byte[] body)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(mac.doFinal(body));
  }

  @Provide
  Arbitrary<String> bodies() {
    return OddJson.like("webhooks");
  }
}
