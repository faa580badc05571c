package dev.seedance.mock.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@SeedanceMock(clock = "frozen", clockStart = "2026-01-01T00:00:00Z")
class WebhooksTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** Nobody listens there. */
  private static final String NOWHERE = "http://127.0.0.1:9/hook";

  private final MockServer mock;

  WebhooksTest(MockServer mock) {
    this.mock = mock;
  }

  @Test
  void are_attempted_and_awaited() {
    mock.webhooks().deliverTo(NOWHERE);
    assertThat(mock.webhooks().deliversTo()).contains(NOWHERE);
    String id = HttpCalls.of(mock).submitPrompt("x");
    mock.task(id).complete();
    Delivery delivery = mock.webhooks().await("generation.completed");
    assertThat(delivery.id()).startsWith("evt_");
    assertThat(delivery.type()).isEqualTo("generation.completed");
    assertThat(delivery.taskId()).isEqualTo(id);
    assertThat(delivery.url()).isEqualTo(NOWHERE);
    assertThat(delivery.status()).isEqualTo(Delivery.Status.PENDING);
    assertThat(delivery.nextAttemptAt()).hasValueSatisfying(at -> assertThat(at).isAfter(START));
    assertThat(delivery.body()).contains(id);
    assertThat(delivery).hasToString("generation.completed of " + id + ": pending, 1 attempts");
    assertThat(delivery.attempts())
        .singleElement()
        .satisfies(
            attempt -> {
              assertThat(attempt.number()).isEqualTo(1);
              assertThat(attempt.at()).isEqualTo(START);
              assertThat(attempt.isPlanned()).isTrue();
              assertThat(attempt.headers()).isNotEmpty();
              assertThat(attempt.status()).isEmpty();
              assertThat(attempt.response()).isEmpty();
              assertThat(attempt.error()).isPresent();
              assertThat(attempt.toString()).contains("\"planned\":true");
            });
    assertThat(mock.webhooks().deliveriesOf(id)).hasSize(1);
    assertThat(mock.webhooks().deliveriesOf("another")).isEmpty();

    Delivery again = mock.webhooks().redeliver(delivery);
    assertThat(again.attempts())
        .extracting(Delivery.Attempt::isPlanned)
        .containsExactly(true, false);
    mock.clock().advance(Duration.ofDays(2));
    var last = mock.webhooks().await(Duration.ZERO, one -> one.nextAttemptAt().isEmpty());
    assertThat(last.status()).isEqualTo(Delivery.Status.FAILED);
  }

  @Test
  void are_tried_out() {
    assertThatThrownBy(() -> mock.webhooks().test()).isInstanceOf(IllegalArgumentException.class);
    Delivery trial = mock.webhooks().test(NOWHERE);
    assertThat(trial.type()).isEqualTo("endpoint.test");
    assertThat(trial.attempts()).hasSize(1);
    mock.webhooks().deliverTo(NOWHERE);
    assertThat(mock.webhooks().test().url()).isEqualTo(NOWHERE);
    mock.webhooks().deliverTo("");
    assertThat(mock.webhooks().deliversTo()).isEmpty();
    assertThat(mock.webhooks().deliveries()).hasSize(2);
  }

  @Test
  void that_do_not_come_are_missed_with_a_word_on_what_came_instead() {
    mock.webhooks().test(NOWHERE);
    assertThatThrownBy(() -> mock.webhooks().await(Duration.ZERO, one -> false))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching(
            """
            no webhook as wanted within PT0S of real time; came instead:
              endpoint\\.test of \\S+: failed, 1 attempts
            The sandbox's clock is frozen at .*\
            """);
  }

  @Test
  void have_a_secret() {
    assertThat(mock.webhooks().secret()).isEqualTo("whsec_seedance_mock");
    assertThat(mock.webhooks().previousSecretUntil()).isEmpty();
    String drawn = mock.webhooks().rotateSecret();
    assertThat(drawn).startsWith("whsec_").isNotEqualTo("whsec_seedance_mock");
    assertThat(mock.webhooks().previousSecretUntil()).contains(START.plus(Duration.ofDays(1)));
    assertThatThrownBy(() -> mock.webhooks().secret())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the server does not show it");
    mock.webhooks().rotateSecret("mine");
    mock.webhooks().setSecret("another");
    assertThatThrownBy(() -> mock.webhooks().setSecret(""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void are_switched_off() {
    assertThat(mock.webhooks().isEnabled()).isTrue();
    mock.webhooks().setEnabled(false);
    assertThat(mock.webhooks().isEnabled()).isFalse();
    String request = "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"callback_url\":\"%s\"}";
    assertThat(HttpCalls.of(mock).submit(request.formatted(NOWHERE)).statusCode()).isEqualTo(400);
  }
}
