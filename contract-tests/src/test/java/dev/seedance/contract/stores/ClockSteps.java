package dev.seedance.contract.stores;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Random;

/** Sets and advances a sandbox's clock. */
final class ClockSteps {

  private static final List<String> SPANS = List.of("PT3S", "PT20S", "PT2M", "PT10M", "PT2H");

  private final Random random;
  private final Wire wire;
  private final Ledger ledger;

  ClockSteps(Random random, Wire wire, Ledger ledger) {
    this.random = random;
    this.wire = wire;
    this.ledger = ledger;
  }

  Step next() {
    if (!ledger.clock.isFrozen()) {
      return random.nextInt(4) > 0 ? read() : mode("{\"mode\":\"frozen\"}", "frozen", 0);
    }
    return switch (random.nextInt(8)) {
      case 0 -> mode("{\"mode\":\"scaled\",\"scale\":20}", "scaled", 20);
      case 1 -> mode("{\"mode\":\"auto\"}", "auto", 0);
      case 2 -> set(ledger.clock.now().plus(Duration.ofSeconds(random.nextInt(600))));
      case 3, 4 -> toNext();
      default -> advance(SPANS.get(random.nextInt(SPANS.size())));
    };
  }

  private Step read() {
    return Step.reading(
        () -> {
          ClockFact now = ClockFact.read(wire);
          ledger.clock.requireFollowedBy(now);
          ledger.clock = now;
        });
  }

  /** Freezes the clock, if it is not frozen. */
  void freeze() throws Unacknowledged {
    move("PUT", "", "{\"mode\":\"frozen\"}");
  }

  private Step mode(String body, String mode, double scale) {
    return Step.of(
        () -> move("PUT", "", body),
        () -> {
          ClockFact seen = ClockFact.read(wire);
          if (seen.mode().equals(ledger.clock.mode())) {
            ledger.clock.requireFollowedBy(seen);
          } else if (!seen.mode().equals(mode)
              || seen.scale() != scale
              || seen.now().isBefore(ledger.clock.now())) {
            throw new AssertionError("%s after %s made %s".formatted(body, ledger.clock, seen));
          }
          ledger.clock = seen;
        });
  }

  private Step set(Instant now) {
    String body = "{\"now\":\"" + now + "\"}";
    return Step.of(
        () -> requireNow(now, move("PUT", "", body)),
        () -> {
          if (settledBefore(now)) {
            requireNow(now, move("PUT", "", body));
          }
        });
  }

  /** Advances; one that was cut off and has not happened is repeated, with the same result. */
  Step advance(String by) {
    Instant target =
        by.startsWith("PT")
            ? ledger.clock.now().plus(Duration.parse(by))
            : ledger.clock.now().plus(Period.parse(by));
    String body = "{\"by\":\"" + by + "\"}";
    return Step.of(
        () -> requireNow(target(by), move("POST", "/advance", body)),
        () -> {
          if (settledBefore(target)) {
            requireNow(target, move("POST", "/advance", body));
          }
        });
  }

  private Instant target(String by) {
    return by.startsWith("PT")
        ? ledger.clock.now().plus(Duration.parse(by))
        : ledger.clock.now().plus(Period.parse(by));
  }

  private Step toNext() {
    Instant before = ledger.clock.now();
    return Step.of(
        () -> {
          JsonNode due = wire.get("/_mock/clock").expect(200).path("next_event_at");
          Instant target = due.isTextual() ? Instant.parse(due.asText()) : before;
          requireNow(
              target.isBefore(before) ? before : target, move("POST", "/advance-to-next", ""));
        },
        () -> {
          ClockFact seen = ClockFact.read(wire);
          if (!seen.isFrozen() || seen.now().isBefore(before)) {
            throw new AssertionError("advance-to-next from %s led to %s".formatted(before, seen));
          }
          ledger.clock = seen;
        });
  }

  /** Tells if a move to an instant has not happened; fails if it has stopped on its way. */
  private boolean settledBefore(Instant target) throws Unacknowledged {
    ClockFact seen = ClockFact.read(wire);
    if (!seen.isFrozen() || !(seen.now().equals(target) || seen.now().equals(ledger.clock.now()))) {
      throw new AssertionError(
          "a move from %s to %s was cut off, and the clock is %s"
              .formatted(ledger.clock, target, seen));
    }
    boolean before = !seen.now().equals(target);
    ledger.clock = seen;
    return before;
  }

  private ClockFact move(String method, String path, String body) throws Unacknowledged {
    long sentAt = System.nanoTime();
    JsonNode clock =
        method.equals("PUT")
            ? wire.put("/_mock/clock" + path, body).expect(200)
            : wire.post("/_mock/clock" + path, body).expect(200);
    ledger.clock = ClockFact.of(clock, sentAt, System.nanoTime());
    ledger.note("moved by %s %s to %s".formatted(path, body, ledger.clock));
    return ledger.clock;
  }

  private static void requireNow(Instant expected, ClockFact seen) {
    if (!seen.now().equals(expected)) {
      throw new AssertionError("the clock is %s, expected %s".formatted(seen, expected));
    }
  }
}
