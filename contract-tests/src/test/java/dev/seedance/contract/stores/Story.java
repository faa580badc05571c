package dev.seedance.contract.stores;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One client and its sandbox: random requests, one after the other, and a ledger of those that were
 * acknowledged. When one was not, it finds out if it has happened, wholly or not at all, and checks
 * the whole sandbox.
 */
final class Story {

  /** Tasks after which a sandbox is full enough, and another begins. */
  private static final int TASKS = 250;

  private static final List<String> CLOCKS =
      List.of(
          "{\"mode\":\"frozen\"}",
          "{\"mode\":\"frozen\"}",
          "{\"mode\":\"scaled\",\"scale\":20}",
          "{\"mode\":\"auto\"}");

  private final Random random;
  private final Ledger ledger;
  private final Wire wire;
  private final Audit audit;
  private final TaskSteps tasks;
  private final SettingSteps settings;
  private final ClockSteps clock;
  private int checks;

  private Story(Random random, Wire wire, Ledger ledger, Callbacks callbacks) {
    this.random = random;
    this.wire = wire;
    this.ledger = ledger;
    this.audit = new Audit(wire, ledger, callbacks);
    this.tasks = new TaskSteps(random, wire, ledger, audit, callbacks);
    this.settings = new SettingSteps(random, wire, ledger, callbacks);
    this.clock = new ClockSteps(random, wire, ledger);
  }

  /**
   * Begins in a new sandbox.
   *
   * @param ids the task ids of all stories
   */
  static Story begin(
      Random random, String key, Supplier<String> address, Set<String> ids, Callbacks callbacks) {
    var wire = new Wire(address, key);
    List<Ledger> made = new ArrayList<>();
    Patience.insist(
        () -> {
          wire.put("/_mock/clock", CLOCKS.get(random.nextInt(CLOCKS.size()))).expect(200);
          made.add(
              new Ledger(
                  ids,
                  ClockFact.read(wire),
                  wire.get("/_mock/webhooks").expect(200),
                  wire.get("/_mock/revision").expect(200).path("revision").asText(),
                  wire.get("/_mock/balance").expect(200).path("remain_balance").asDouble()));
        });
    return new Story(random, wire, made.get(0), callbacks);
  }

  /** Sends the next request. */
  void step() {
    Step step = next();
    try {
      step.send();
    } catch (Unacknowledged e) {
      ledger.note("no acknowledgement: " + e.getMessage());
      Patience.insist(step::settle);
      check();
    }
  }

  private Step next() {
    int dice = random.nextInt(100);
    if (dice < 30) {
      return tasks.submit();
    } else if (dice < 55 && !ledger.tasks.isEmpty()) {
      return tasks.poll();
    } else if (dice < 62 && !ledger.tasks.isEmpty()) {
      return tasks.force();
    } else if (dice < 80) {
      return clock.next();
    }
    return settings.next();
  }

  /** Checks the whole sandbox against the ledger. */
  void check() {
    Patience.insist(audit::run);
    checks++;
  }

  boolean isLong() {
    return ledger.tasks.size() >= TASKS;
  }

  /** Lets all that is due happen, and checks that it has. */
  void finish() {
    Patience.insist(clock::freeze);
    Step end = clock.advance("P3D");
    try {
      end.send();
    } catch (Unacknowledged e) {
      Patience.insist(end::settle);
    }
    check();
    audit.told();
  }

  /** Tells of it, with the last that was acknowledged. */
  @Override
  public String toString() {
    return "story of %s: %d tasks, %d attempts of webhooks, %d checks; at last:%n  %s"
        .formatted(
            wire.key(),
            ledger.tasks.size(),
            ledger.attempts.size(),
            checks,
            String.join(System.lineSeparator() + "  ", ledger.notes()));
  }
}
