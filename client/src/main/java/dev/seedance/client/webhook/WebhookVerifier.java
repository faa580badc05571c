package dev.seedance.client.webhook;

import dev.seedance.client.internal.Json;
import dev.seedance.client.internal.RealTime;
import dev.seedance.client.internal.Require;
import dev.seedance.client.model.WebhookEvent;
import dev.seedance.client.webhook.WebhookRefusedException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells the provider's deliveries from forged, changed and replayed ones. Immutable and
 * thread-safe: each method returns a changed copy.
 */
public final class WebhookVerifier {

  private static final String ID = "X-ToAPIs-Webhook-Id";
  private static final String TIMESTAMP = "X-ToAPIs-Webhook-Timestamp";
  private static final String SIGNATURE = "X-ToAPIs-Webhook-Signature";
  private static final String SCHEME = "v1=";

  private final List<String> secrets;
  private final Duration tolerance;
  private final InstantSource clock;

  private WebhookVerifier(List<String> secrets, Duration tolerance, InstantSource clock) {
    this.secrets = List.copyOf(secrets);
    this.tolerance = tolerance;
    this.clock = clock;
  }

  /**
   * Returns a verifier for one webhook secret.
   *
   * @param secret as the provider's console shows it; blanks, line breaks and a byte order mark
   *     around it, as a file may have them, are dropped
   * @throws IllegalArgumentException if it is blank, or holds a line break
   */
  public static WebhookVerifier of(String secret) {
    return new WebhookVerifier(List.of(), Duration.ofMinutes(5), RealTime.clock())
        .withSecret(secret);
  }

  /** Trusts another secret as well, for the time of a rotation. Default: one secret only. */
  public WebhookVerifier withSecret(String secret) {
    String text = Require.trimmed("secret", secret);
    if (text.isEmpty()) {
      throw new IllegalArgumentException("the webhook secret is blank; anybody could sign with it");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "the webhook secret holds a line break; give two secrets by two calls of withSecret");
    }
    var more = new ArrayList<>(secrets);
    more.add(text);
    return new WebhookVerifier(more, tolerance, clock);
  }

  /** Limits the distance of the timestamp from now, in both directions. Default: 300 s. */
  public WebhookVerifier withTolerance(Duration tolerance) {
    Require.notNegative("tolerance", tolerance, "takes deliveries of this second only");
    return new WebhookVerifier(secrets, tolerance, clock);
  }

  /** Sets the clock. Default: the system's. */
  public WebhookVerifier withClock(InstantSource clock) {
    return new WebhookVerifier(secrets, tolerance, Require.given("clock", clock));
  }

  /**
   * Checks a delivery.
   *
   * @param headers returns the value of a header, or null: {@code request::getHeader}, or {@code
   *     exchange.getRequestHeaders()::getFirst}. It is asked in lower case, too
   * @param body the bytes as they came in; parsed and written again they would not match
   * @return the event
   * @throws WebhookRefusedException if the delivery cannot be trusted
   */
  public VerifiedEvent verify(Function<String, @Nullable String> headers, byte[] body) {
    return checked(DeliveryHeaders.of(headers), body);
  }

  /**
   * Checks a delivery.
   *
   * @param headers all headers; the case of their names does not matter. A value is a text, or a
   *     collection or an array of texts. A header with two values that differ is refused
   * @param body the bytes as they came in; parsed and written again they would not match
   * @return the event
   * @throws WebhookRefusedException if the delivery cannot be trusted
   */
  public VerifiedEvent verify(Map<String, ?> headers, byte[] body) {
    return checked(DeliveryHeaders.of(headers), body);
  }

  private VerifiedEvent checked(DeliveryHeaders headers, byte[] body) {
    String id = headers.required(ID);
    String timestamp = headers.required(TIMESTAMP);
    String signatures = headers.required(SIGNATURE);
    requireFresh(timestamp);
    requireSigned(id, timestamp, signatures, body);
    WebhookEvent event = event(body);
    if (!id.equals(event.getId())) {
      throw new WebhookRefusedException(
          Reason.ID, "header and body name different events: " + id, null);
    }
    return VerifiedEvent.of(event);
  }

  private void requireFresh(String timestamp) {
    Instant sent;
    try {
      sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    } catch (NumberFormatException | DateTimeException e) {
      throw new WebhookRefusedException(
          Reason.HEADER, TIMESTAMP + " must be Unix time in seconds", e);
    }
    Duration off =
        Duration.between(sent, Instant.ofEpochSecond(clock.instant().getEpochSecond())).abs();
    if (off.compareTo(tolerance) > 0) {
      throw new WebhookRefusedException(
          Reason.STALE,
          "the delivery is %d s off, over %d s; is this machine's clock right?"
              .formatted(off.toSeconds(), tolerance.toSeconds()),
          null);
    }
  }

  private void requireSigned(String id, String timestamp, String signatures, byte[] body) {
    byte[] prefix = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    List<byte[]> given =
        Arrays.stream(signatures.split(",", -1))
            .map(String::strip)
            .filter(signature -> signature.startsWith(SCHEME))
            .map(signature -> signature.substring(SCHEME.length()))
            .map(signature -> signature.getBytes(StandardCharsets.UTF_8))
            .toList();
    boolean matches = false;
    for (String secret : secrets) {
      byte[] expected = sign(secret, prefix, body);
      for (byte[] signature : given) {
        // Constant time, and no early end.
        matches |= MessageDigest.isEqual(expected, signature);
      }
    }
    if (!matches) {
      throw new WebhookRefusedException(
          Reason.SIGNATURE, "no signature of delivery " + id + " matches the secret", null);
    }
  }

  private static byte[] sign(String secret, byte[] prefix, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(prefix);
      return HexFormat.of().formatHex(mac.doFinal(body)).getBytes(StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static WebhookEvent event(byte[] body) {
    try {
      WebhookEvent event = Json.MAPPER.readValue(body, WebhookEvent.class);
      if (event != null && event.getType() != null && event.getData() != null) {
        return event;
      }
    } catch (IOException e) {
      throw new WebhookRefusedException(Reason.BODY, "signed, but not an event", e);
    }
    throw new WebhookRefusedException(Reason.BODY, "signed, but not an event", null);
  }
}
