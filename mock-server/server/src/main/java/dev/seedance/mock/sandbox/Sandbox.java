package dev.seedance.mock.sandbox;

import dev.seedance.mock.MockOptions;
import dev.seedance.mock.account.Account;
import dev.seedance.mock.account.Usd;
import dev.seedance.mock.asset.AssetStore;
import dev.seedance.mock.clock.Agenda;
import dev.seedance.mock.clock.SandboxClock;
import dev.seedance.mock.event.EventStream;
import dev.seedance.mock.generation.TaskStore;
import dev.seedance.mock.journal.Journal;
import dev.seedance.mock.limit.RateLimiter;
import dev.seedance.mock.scenario.Scenarios;
import dev.seedance.mock.webhook.Webhooks;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * All that one bearer key owns: its clock, its tasks, its sequence of draws. Sandboxes never see
 * each other.
 *
 * <p>Thread-safe. The key itself is not kept: the id stands for it wherever something is shown or
 * written.
 */
public final class Sandbox {

  private final String id;
  private final long seed;
  private final SandboxClock clock;
  private final TaskStore tasks;
  private final AssetStore assets;
  private final Account account;
  private final RateLimiter rateLimiter;
  private final Journal journal;
  private final Scenarios scenarios;
  private final Agenda agenda;
  private final Webhooks webhooks;
  private final EventStream events;
  private final AtomicLong draws = new AtomicLong();
  private final AtomicLong requests = new AtomicLong();

  Sandbox(
      String id,
      long seed,
      SandboxClock clock,
      TaskStore tasks,
      Scenarios scenarios,
      Agenda agenda,
      Webhooks webhooks,
      EventStream events,
      MockOptions options) {
    this.id = id;
    this.seed = seed;
    this.clock = clock;
    this.tasks = tasks;
    this.scenarios = scenarios;
    this.assets = new AssetStore(options.bounds());
    this.account = new Account(options.balance() == null ? null : Usd.of(options.balance()));
    this.rateLimiter = new RateLimiter(options.rateLimits());
    this.journal = new Journal(options.bounds());
    this.agenda = agenda;
    this.webhooks = webhooks;
    this.events = events;
  }

  /** A stand-in for the key that is safe to show: 16 hexadecimal digits of its SHA-256. */
  public String id() {
    return id;
  }

  /** What time it is here. */
  public SandboxClock clock() {
    return clock;
  }

  /** The tasks of this key. */
  public TaskStore tasks() {
    return tasks;
  }

  /** What will happen to the tasks of this key. */
  public Scenarios scenarios() {
    return scenarios;
  }

  /** The private assets of this key. */
  public AssetStore assets() {
    return assets;
  }

  /** The money of this key. */
  public Account account() {
    return account;
  }

  /** How many more calls this key may make. */
  public RateLimiter rateLimiter() {
    return rateLimiter;
  }

  /** The calls that this key has made. */
  public Journal journal() {
    return journal;
  }

  /** What will happen here, and when. */
  public Agenda agenda() {
    return agenda;
  }

  /** The webhook settings of this key, and what was sent. */
  public Webhooks webhooks() {
    return webhooks;
  }

  /** Tells watchers what happens here. */
  public EventStream events() {
    return events;
  }

  /** When something will next happen to a task or on the agenda; empty where nothing will. */
  public Optional<Instant> nextEvent() {
    Instant now = clock.instant();
    return Stream.concat(
            agenda.next().stream(),
            Stream.concat(
                tasks.all().stream().flatMap(task -> task.plan().nextEventAfter(now).stream()),
                assets.nextEventAfter(now).stream()))
        .min(Comparator.naturalOrder());
  }

  /**
   * Chance for one task: the n-th call in a sandbox of the same key and seed always draws the same.
   */
  public SplittableRandom nextDraw() {
    return new SplittableRandom(seed + draws.getAndIncrement());
  }

  /** How far the sequences are. */
  public Counters counters() {
    return new Counters(draws.get(), Math.max(0, requests.get()));
  }

  /**
   * Lets the sequences go on from elsewhere, once the call that asks for it has its own id: that
   * one is not of the restored sandbox.
   */
  public void restore(Counters counters) {
    draws.set(counters.draws());
    requests.set(counters.requests() - 1);
  }

  /** What chance is drawn from. */
  long seed() {
    return seed;
  }

  /** The id of the request that is being answered: the n-th is the same in every run. */
  public String nextRequestId() {
    return "req_" + id + HexFormat.of().toHexDigits(requests.incrementAndGet(), 8);
  }
}
