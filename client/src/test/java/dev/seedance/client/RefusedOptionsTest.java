package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.client.webhook.WebhookVerifier;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every option checks its value when it is set: tables of the values that each one refuses. */
class RefusedOptionsTest {

  private static final Duration NONE = Duration.ZERO;
  private static final Duration NEGATIVE = Duration.ofSeconds(-1);
  private static final Duration ENDLESS = ChronoUnit.FOREVER.getDuration();

  /** An option that takes a duration, and its behaviour at zero: null if zero is refused. */
  private record DurationOption<T>(
      T target, BiFunction<T, Duration, ?> setter, String name, @Nullable String zero) {

    void set(Duration value) {
      Objects.requireNonNull(setter.apply(target, value));
    }

    @Override
    public String toString() {
      return target.getClass().getSimpleName() + "." + name;
    }
  }

  static Stream<DurationOption<?>> durations() {
    RetryPolicy retries = RetryPolicy.defaults();
    AwaitOptions waits = AwaitOptions.defaults();
    DownloadOptions downloads = DownloadOptions.defaults();
    WebhookVerifier verifier = WebhookVerifier.of("secret");
    return Stream.of(
        option(retries, RetryPolicy::withFirstBackoff, "firstBackoff", "retries at once"),
        option(retries, RetryPolicy::withMaxBackoff, "maxBackoff", "retries at once"),
        option(retries, RetryPolicy::withBudget, "budget", null),
        option(waits, AwaitOptions::withFirstWait, "firstWait", "polls at once"),
        option(waits, AwaitOptions::withInterval, "interval", null),
        option(waits, AwaitOptions::withTimeout, "timeout", null),
        option(
            waits,
            AwaitOptions::withResultGrace,
            "resultGrace",
            "fails at the second poll without a video"),
        option(downloads, DownloadOptions::withIdleTimeout, "idleTimeout", null),
        option(downloads, DownloadOptions::withTimeout, "timeout", null),
        option(builder(), SeedanceClientBuilder::connectTimeout, "connectTimeout", null),
        option(builder(), SeedanceClientBuilder::requestTimeout, "requestTimeout", null),
        option(
            verifier,
            WebhookVerifier::withTolerance,
            "tolerance",
            "takes deliveries of this second only"));
  }

  @ParameterizedTest
  @MethodSource("durations")
  void a_duration_is_in_range(DurationOption<?> option) {
    String name = option.name();

    if (option.zero() == null) {
      assertRefused(() -> option.set(NONE), name + " must be more than zero, not PT0S");
      assertRefused(() -> option.set(NEGATIVE), name + " must be more than zero, not PT-1S");
    } else {
      assertThatCode(() -> option.set(NONE)).doesNotThrowAnyException();
      assertRefused(
          () -> option.set(NEGATIVE),
          name + " must not be negative, but is PT-1S; zero " + option.zero());
    }
    assertRefused(() -> option.set(ENDLESS), name + " must be at most 106751 days, not " + ENDLESS);
    assertThatThrownBy(() -> option.set(missing()))
        .isInstanceOf(NullPointerException.class)
        .hasMessage(name + " must not be null; leave it out for the default");
  }

  static Stream<Map.Entry<String, ThrowingCallable>> wrong() {
    AwaitOptions waits = AwaitOptions.defaults();
    return Stream.of(
        row("jitter must be from 0 to 1, not 1.5", () -> waits.withJitter(1.5)),
        row("jitter must be from 0 to 1, not -0.1", () -> waits.withJitter(-0.1)),
        row("jitter must be from 0 to 1, not NaN", () -> waits.withJitter(Double.NaN)),
        row(
            "maxAttempts must be 1 or more, not 0",
            () -> RetryPolicy.defaults().withMaxAttempts(0)),
        row("maxResponseBytes must be 1 or more, not 0", () -> builder().maxResponseBytes(0)),
        row("the API key is blank; was it copied whole?", () -> builder().apiKey(" ")),
        row(
            "the webhook secret is blank; anybody could sign with it",
            () -> WebhookVerifier.of(" ")));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void another_value_is_in_range(Map.Entry<String, ThrowingCallable> row) {
    assertRefused(row.getValue(), row.getKey());
  }

  static Stream<Map.Entry<String, ThrowingCallable>> absent() {
    return Stream.of(
        row("listener", () -> AwaitOptions.defaults().withListener(missing())),
        row("listener", () -> DownloadOptions.defaults().withListener(missing())),
        row("secret", () -> WebhookVerifier.of(missing())),
        row("clock", () -> WebhookVerifier.of("secret").withClock(missing())),
        row("baseUrl", () -> builder().baseUrl(RefusedOptionsTest.<String>missing())),
        row("apiKey", () -> builder().apiKey(missing())),
        row("retryPolicy", () -> builder().retryPolicy(missing())),
        row("awaitOptions", () -> builder().awaitOptions(missing())),
        row("requestCheck", () -> builder().requestCheck(missing())),
        row("httpClient", () -> builder().httpClient(RefusedOptionsTest.<HttpClient>missing())),
        row("clock", () -> builder().clock(RefusedOptionsTest.<Clock>missing())),
        row("sleeper", () -> builder().sleeper(missing())));
  }

  @ParameterizedTest
  @MethodSource("absent")
  void nothing_is_null(Map.Entry<String, ThrowingCallable> row) {
    assertThatThrownBy(row.getValue())
        .isInstanceOf(NullPointerException.class)
        .hasMessage(row.getKey() + " must not be null; leave it out for the default");
  }

  @Test
  void the_longest_duration_that_is_taken_overflows_nowhere() {
    Duration longest = Duration.ofNanos(Long.MAX_VALUE);
    var time = new FakeTime();
    try (var server = new ScriptedServer().reply(Reply.error(500, "c", "m"), Reply.queued())) {
      RetryPolicy policy =
          RetryPolicy.defaults()
              .withFirstBackoff(longest.dividedBy(2))
              .withMaxBackoff(longest.dividedBy(2))
              .withBudget(longest);

      TestClient.of(server, time)
          .retryPolicy(policy)
          .requestTimeout(longest)
          .maxResponseBytes(Integer.MAX_VALUE)
          .build()
          .get("tsk_vid_1");

      assertThat(time.sleeps()).singleElement().matches(pause -> pause.toDays() > 20_000);
    }
  }

  private static void assertRefused(ThrowingCallable set, String message) {
    assertThatThrownBy(set).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  private static SeedanceClientBuilder builder() {
    return SeedanceClient.builder();
  }

  private static <T> DurationOption<T> option(
      T target, BiFunction<T, Duration, ?> setter, String name, @Nullable String zero) {
    return new DurationOption<>(target, setter, name, zero);
  }

  private static Map.Entry<String, ThrowingCallable> row(String message, ThrowingCallable set) {
    return Map.entry(message, set);
  }

  /** Null, as code without a checker of nulls would pass it. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T missing() {
    return null;
  }
}
