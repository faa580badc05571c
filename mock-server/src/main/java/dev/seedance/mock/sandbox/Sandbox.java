package dev.seedance.mock.sandbox;

import dev.seedance.mock.clock.SandboxClock;
import dev.seedance.mock.generation.TaskStore;
import dev.seedance.mock.scenario.Scenarios;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

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
  private final Scenarios scenarios;
  private final AtomicLong draws = new AtomicLong();
  private final AtomicLong requests = new AtomicLong();

  Sandbox(String id, long seed, SandboxClock clock, TaskStore tasks, Scenarios scenarios) {
    this.id = id;
    this.seed = seed;
    this.clock = clock;
    this.tasks = tasks;
    this.scenarios = scenarios;
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

  /**
   * Chance for one task: the n-th call in a sandbox of the same key and seed always draws the same.
   */
  public SplittableRandom nextDraw() {
    return new SplittableRandom(seed + draws.getAndIncrement());
  }

  /** How far the sequences are. */
  public Counters counters() {
    return new Counters(draws.get(), requests.get());
  }

  /** Lets the sequences go on from elsewhere. */
  public void restore(Counters counters) {
    draws.set(counters.draws());
    requests.set(counters.requests());
  }

  /** The id of the request that is being answered: the n-th is the same in every run. */
  String nextRequestId() {
    return "req_" + id + String.format("%08x", requests.incrementAndGet());
  }
}
