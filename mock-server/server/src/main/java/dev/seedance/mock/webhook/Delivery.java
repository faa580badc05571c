package dev.seedance.mock.webhook;

import dev.seedance.mock.generation.Callback;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to a receiver.
 *
 * @param id the id of the event
 * @param type the type of the event
 * @param taskId the task that it tells of
 * @param url the receiver
 * @param body the raw body, the same on every attempt
 * @param state the result so far
 * @param nextAttemptAt when it is tried next, in sandbox time; null if it isn't
 * @param attempts the last tries, at most {@value #KEPT_ATTEMPTS}
 */
public record Delivery(
    String id,
    String type,
    String taskId,
    String url,
    String body,
    State state,
    @Nullable Instant nextAttemptAt,
    List<Attempt> attempts) {

  /** The number of attempts that are kept: all of the retry table and some on demand. */
  static final int KEPT_ATTEMPTS = 20;

  /** The result of a delivery so far. */
  public enum State {
    /** It will be tried. */
    PENDING,
    /** A receiver took it. */
    DELIVERED,
    /** The last try failed. */
    FAILED
  }

  /**
   * Copies the list, and checks the receiver.
   *
   * @throws IllegalArgumentException if the URL can't be one
   */
  public Delivery {
    attempts = List.copyOf(attempts);
    Callback.requireUrl(url);
  }

  /** Returns the name of the next attempt, which no other has. */
  String nextAttempt() {
    int last = attempts.isEmpty() ? 0 : attempts.get(attempts.size() - 1).number();
    return "%s %d".formatted(id, last + 1);
  }

  /** Returns an event that was not sent yet. */
  static Delivery of(WebhookEvent event, String url, String body, Instant now) {
    return new Delivery(
        event.id(), event.type(), event.data().taskId(), url, body, State.PENDING, now, List.of());
  }

  /** Tells if no further attempt is planned. */
  boolean isFinished() {
    return state != State.PENDING;
  }

  /** Returns the number of the next attempt. */
  int nextNumber() {
    return attempts.isEmpty() ? 1 : attempts.get(attempts.size() - 1).number() + 1;
  }

  /**
   * Returns the delivery after an attempt.
   *
   * @param next when the next one is due; empty if there is none
   */
  Delivery after(Attempt attempt, Optional<Instant> next) {
    return afterNumbered(attempt.numbered(nextNumber()), next);
  }

  /** Returns the delivery after an attempt that had its number when it began. */
  Delivery afterNumbered(Attempt attempt, Optional<Instant> next) {
    boolean delivered = state == State.DELIVERED || attempt.succeeded();
    Instant due = delivered ? null : next.orElse(null);
    State then = delivered ? State.DELIVERED : due == null ? State.FAILED : State.PENDING;
    List<Attempt> all =
        Stream.concat(attempts.stream(), Stream.of(attempt))
            .sorted(Comparator.comparingInt(Attempt::number))
            .toList();
    List<Attempt> kept = all.subList(Math.max(0, all.size() - KEPT_ATTEMPTS), all.size());
    return new Delivery(id, type, taskId, url, body, then, due, kept);
  }

  /**
   * Returns the delivery after an attempt whose result nobody knows, because its server stopped. It
   * counts as failed, and the next one is due at once.
   */
  Delivery interrupted(BegunAttempt attempt) {
    boolean due = attempt.planned() || nextAttemptAt == null;
    return afterNumbered(
        attempt.interrupted(), Optional.ofNullable(due ? attempt.at() : nextAttemptAt));
  }

  /** Returns about the bytes of memory that the delivery takes. */
  long size() {
    long size = 500L + 2L * (url.length() + body.length());
    for (Attempt attempt : attempts) {
      size += attempt.size();
    }
    return size;
  }

  /** Returns the number of attempts that the retry table has made. */
  int plannedAttempts() {
    return (int) attempts.stream().filter(Attempt::planned).count();
  }
}
