package dev.seedance.contract.verify;

import dev.seedance.contract.verify.exchange.CheckFailed;
import dev.seedance.contract.verify.exchange.Http;
import dev.seedance.contract.verify.exchange.Schemas;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs checks against a server, one after the other.
 *
 * <p>If the server has stopped responding, the checks that are left are skipped. An interrupt ends
 * the verification after the check that is running.
 */
public final class Verification {

  /** The number of checks without a response after which the server counts as gone. */
  private static final int GONE_AFTER = 3;

  private static final Result.Verdict INTERRUPTED = new Result.Skipped("interrupted");
  private static final Schemas SCHEMAS = Schemas.load();

  private final Settings settings;
  private final List<Check> checks;
  private final Time time;
  private final Listener listener;
  private final Http http;
  private int withoutResponse;

  /** As the other constructor, with direct connections. */
  public Verification(Settings settings, List<Check> checks, Time time, Listener listener) {
    this(settings, checks, new Http(settings.baseUrl()), time, listener);
  }

  /**
   * Creates a verification that has not begun.
   *
   * @param checks those that the settings select of these run, in this order
   * @param http sends the calls
   */
  public Verification(
      Settings settings, List<Check> checks, Http http, Time time, Listener listener) {
    this.settings = settings;
    this.http = http;
    this.checks = checks.stream().filter(settings::selects).toList();
    this.time = time;
    this.listener = listener;
  }

  /**
   * Runs the checks.
   *
   * @throws KeyRefusedException if the server refuses the key
   * @throws IOException if no response comes from the base URL
   */
  public Report run() throws IOException {
    Instant began = time.instant();
    try (var target = Target.reach(settings, http, time, SCHEMAS)) {
      var results = new ArrayList<Result>();
      for (Check check : checks) {
        listener.begins(check);
        Instant start = time.instant();
        Result.Verdict verdict = verdict(check, target);
        Result result = new Result(check, verdict, Duration.between(start, time.instant()));
        results.add(result);
        listener.ended(result);
      }
      return new Report(
          settings, target.isMock(), began, Duration.between(began, time.instant()), results);
    }
  }

  private Result.Verdict verdict(Check check, Target target) {
    Result.Verdict verdict =
        Thread.currentThread().isInterrupted() ? INTERRUPTED : run(check, target);
    return Thread.currentThread().isInterrupted() && !(verdict instanceof Result.Passed)
        ? INTERRUPTED
        : verdict;
  }

  private Result.Verdict run(Check check, Target target) {
    if (check.cost().needsConsent() && !settings.allowSpend()) {
      return new Result.Skipped(
          check.cost() == Cost.TASK
              ? "submits a task, which costs money; give --allow-spend"
              : "stores something that no documented call deletes; give --allow-spend");
    }
    if (withoutResponse >= GONE_AFTER) {
      return new Result.Skipped("the server has stopped answering");
    }
    try {
      check.body().run(target);
      withoutResponse = 0;
      return new Result.Passed();
    } catch (CheckSkipped e) {
      return new Result.Skipped(e.reason());
    } catch (CheckFailed e) {
      withoutResponse = 0;
      return new Result.Failed(e);
    } catch (NoResponse e) {
      withoutResponse++;
      return new Result.Failed(
          new CheckFailed("an HTTP answer", String.valueOf(e.getMessage()), null));
    }
  }
}
