package dev.seedance.client.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.client.SeedanceClient;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gateway, a framework, a file or a shell puts around a delivery and a secret. */
class TransportDetailsTest {

  private static final String SECRET = "whsec_lighthouse";
  private static final String ID = "evt_77";
  private static final long NOW = 1_783_953_600;
  private static final byte[] BODY =
      """
      {"id":"evt_77","type":"endpoint.test","created_at":1783953600,"data":{"id":"tsk_vid_1"}}"""
          .getBytes(UTF_8);

  private static final WebhookVerifier VERIFIER = verifier(SECRET);

  static Stream<UnaryOperator<String>> spellings() {
    return Stream.of(
        name -> name,
        name -> name.toLowerCase(Locale.ROOT),
        name -> name.toUpperCase(Locale.ROOT),
        name -> name.replace("ToAPIs", "Toapis"));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void names_may_be_spelled_in_any_case(UnaryOperator<String> spelling) {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, List<String>> lists = new LinkedHashMap<>();
    Map<String, String[]> arrays = new LinkedHashMap<>();
    headers()
        .forEach(
            (name, value) -> {
              texts.put(spelling.apply(name), "  " + value + "\t");
              lists.put(spelling.apply(name), List.of(value, value));
              arrays.put(spelling.apply(name), new String[] {value});
            });

    assertThat(VERIFIER.verify(texts, BODY).id()).isEqualTo(ID);
    assertThat(VERIFIER.verify(lists, BODY).id()).isEqualTo(ID);
    assertThat(VERIFIER.verify(arrays, BODY).id()).isEqualTo(ID);
  }

  @Test
  void a_lookup_that_regards_case_finds_names_in_lower_case() {
    Map<String, String> lower = new LinkedHashMap<>();
    headers().forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));

    assertThat(VERIFIER.verify(lower::get, BODY).id()).isEqualTo(ID);
    assertThat(VERIFIER.verify(headers()::get, BODY).id()).isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Id", "Timestamp", "Signature"})
  void a_header_with_two_values_is_refused(String last) {
    String name = "X-ToAPIs-Webhook-" + last;
    Map<String, Object> twice = new LinkedHashMap<>(headers());
    twice.put(name, List.of(headers().get(name), "other"));
    Map<String, Object> spelledTwice = new LinkedHashMap<>(headers());
    spelledTwice.put(name.toLowerCase(Locale.ROOT), "other");

    for (Map<String, Object> headers : List.of(twice, spelledTwice)) {
      assertThatThrownBy(() -> VERIFIER.verify(headers, BODY))
          .isInstanceOf(WebhookRefusedException.class)
          .hasMessageContaining("the header " + name + " has several values that differ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Id", "Timestamp", "Signature"})
  void a_header_without_a_value_is_missing(String last) {
    String name = "X-ToAPIs-Webhook-" + last;
    Map<String, Object> headers = new LinkedHashMap<>(headers());

    for (Object value : List.of("", " ", List.of(), new String[0])) {
      headers.put(name, value);
      assertThatThrownBy(() -> VERIFIER.verify(headers, BODY))
          .isInstanceOf(WebhookRefusedException.class)
          .hasMessageContaining("the header " + name + " is missing");
    }
  }

  static Stream<String> wrapped() {
    return Stream.of("%s\n", "%s\r\n", "\uFEFF%s", " %s ", "\t%s\n\n", "\u00A0%s", "\uFEFF%s\r\n");
  }

  @ParameterizedTest
  @MethodSource("wrapped")
  void a_secret_may_come_from_a_file(String form) {
    assertThat(verifier(form.formatted(SECRET)).verify(headers()::get, BODY).id()).isEqualTo(ID);
    WebhookVerifier second = verifier("other").withSecret(form.formatted(SECRET));
    assertThat(second.verify(headers()::get, BODY).id()).isEqualTo(ID);
  }

  @ParameterizedTest
  @MethodSource("wrapped")
  void a_key_and_an_address_may_come_from_a_file(String form) {
    SeedanceClient.builder()
        .apiKey(form.formatted("sk-1"))
        .baseUrl(form.formatted("http://127.0.0.1:9"))
        .build()
        .close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r\nb", "one\ttwo"})
  void two_secrets_in_one_text_are_refused(String secret) {
    assertThatThrownBy(() -> WebhookVerifier.of(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds a line break");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "\uFEFF\r\n"})
  void nothing_is_no_secret(String secret) {
    assertThatThrownBy(() -> WebhookVerifier.of(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the webhook secret is blank; anybody could sign with it");
  }

  private static WebhookVerifier verifier(String secret) {
    return WebhookVerifier.of(secret)
        .withClock(Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));
  }

  private static Map<String, String> headers() {
    return Map.of(
        "X-ToAPIs-Webhook-Id",
        ID,
        "X-ToAPIs-Webhook-Timestamp",
        Long.toString(NOW),
        "X-ToAPIs-Webhook-Signature",
        "v1=" + signature());
  }

  private static String signature() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      mac.update((ID + "." + NOW + ".").getBytes(UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(BODY));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
