package dev.seedance.client.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.client.internal.Json;
import dev.seedance.client.webhook.VerifiedEvent.Completed;
import dev.seedance.client.webhook.VerifiedEvent.EndpointTest;
import dev.seedance.client.webhook.VerifiedEvent.Failed;
import dev.seedance.client.webhook.VerifiedEvent.Unknown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WebhookVerifierTest {

  private static final Path VECTORS = Path.of("../api-spec/vectors/webhooks/signatures.json");

  private record Expectation(boolean accepted, String type, String reason) {}

  private record SignatureVector(
      String name,
      String why,
      List<String> secrets,
      long now,
      Map<String, String> headers,
      String body,
      Expectation expect) {

    VerifiedEvent verify() {
      WebhookVerifier verifier =
          secrets.stream()
              .skip(1)
              .reduce(
                  WebhookVerifier.of(secrets.get(0)),
                  WebhookVerifier::withSecret,
                  (one, other) -> other);
      return verifier
          .withClock(Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC))
          .verify(headers::get, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return name + ": " + why;
    }
  }

  static List<SignatureVector> vectors() throws IOException {
    JsonNode root = Json.MAPPER.readTree(VECTORS.toFile());
    return Json.MAPPER.convertValue(root.path("vectors"), new TypeReference<>() {});
  }

  static Stream<SignatureVector> accepted() throws IOException {
    return vectors().stream().filter(vector -> vector.expect().accepted());
  }

  static Stream<SignatureVector> refused() throws IOException {
    return vectors().stream().filter(vector -> !vector.expect().accepted());
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void accepts(SignatureVector vector) {
    assertThat(vector.verify().event().getType()).isEqualTo(vector.expect().type());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refuses(SignatureVector vector) {
    assertThatThrownBy(vector::verify)
        .isInstanceOfSatisfying(
            WebhookRefusedException.class,
            refusal ->
                assertThat(refusal.reason().name().toLowerCase(Locale.ROOT))
                    .isEqualTo(vector.expect().reason()))
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(vector.secrets()));
  }

  @Test
  void gives_the_videos_of_a_completed_task() throws IOException {
    VerifiedEvent event = vector("completed").verify();

    assertThat(event)
        .isInstanceOfSatisfying(
            Completed.class,
            completed -> assertThat(completed.videos().get(0).getUrl()).endsWith("1RWEG.mp4"));
    assertThat(event.taskId()).isEqualTo("tsk_vid_01KX7Q2V8M4T9N3XB6D5C1RWEG");
  }

  @Test
  void gives_the_reason_of_a_failed_task() throws IOException {
    assertThat(vector("failed-with-nulls").verify())
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> assertThat(failed.error().getCode()).isEqualTo("generation_failed"));
  }

  @Test
  void knows_a_trial_and_what_it_does_not_know() throws IOException {
    assertThat(vector("endpoint-test").verify()).isInstanceOf(EndpointTest.class);
    assertThat(vector("unknown-type").verify()).isInstanceOf(Unknown.class);
  }

  @Test
  void refuses_a_blank_secret() {
    assertThatThrownBy(() -> WebhookVerifier.of(" "))
        .hasMessage("the webhook secret is blank; anybody could sign with it");
  }

  private static SignatureVector vector(String name) throws IOException {
    return vectors().stream().filter(vector -> vector.name().equals(name)).findAny().orElseThrow();
  }
}
