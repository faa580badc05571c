package dev.seedance.mock.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  /** Checked with {@code printf 'evt_1.1700000000.{}' | openssl dgst -sha256 -hmac s}. */
  @Test
  void signs_id_timestamp_and_body() {
    assertThat(header(List.of("s")))
        .isEqualTo("v1=c1a2bf03f2536e8dc900a3fc20835a007e767a0197c53de478f02d98cd358620");
  }

  @Test
  void signs_with_each_secret_the_newest_first() {
    assertThat(header(List.of("new", "s")))
        .isEqualTo(header(List.of("new")) + "," + header(List.of("s")));
  }

  @Test
  void the_previous_secret_signs_for_a_day() {
    var rotated = WebhookSettings.DEFAULT.rotatedTo("new", NOW);
    Instant end = NOW.plus(Duration.ofHours(24));
    assertThat(rotated.secretsAt(end.minusSeconds(1)))
        .containsExactly("new", WebhookSettings.DEFAULT_SECRET);
    assertThat(rotated.secretsAt(end)).containsExactly("new");
  }

  @Test
  void secrets_are_not_shown() {
    var rotated = WebhookSettings.DEFAULT.rotatedTo("new-one", NOW);
    assertThat(rotated.toString()).doesNotContain("new-one", WebhookSettings.DEFAULT_SECRET);
    assertThat(rotated.redact("got new-one and " + WebhookSettings.DEFAULT_SECRET))
        .isEqualTo("got [secret] and [secret]");
  }

  private static String header(List<String> secrets) {
    return Signature.header(secrets, "evt_1", 1_700_000_000, "{}".getBytes(StandardCharsets.UTF_8));
  }
}
