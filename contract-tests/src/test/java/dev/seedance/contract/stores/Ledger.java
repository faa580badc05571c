package dev.seedance.contract.stores;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The log that a client keeps of its sandbox: what was acknowledged, and no more. */
final class Ledger {

  /** US dollars of each task: five seconds of seedance-2 in 720p. */
  static final double PRICE = 0.40;

  private static final int NOTES = 40;

  private final Deque<String> notes = new ArrayDeque<>();

  /** All task ids that any client was given, over all lives of all servers. */
  private final Set<String> idsOfAll;

  final Map<String, TaskFact> tasks = new LinkedHashMap<>();

  /** Scenarios by name, in the form in which the server gave them back. */
  final Map<String, JsonNode> scenarios = new TreeMap<>();

  /** Paths of uploads, and their bytes. */
  final Map<String, byte[]> uploads = new HashMap<>();

  /** Ids of assets, and their groups. */
  final Map<String, String> assets = new HashMap<>();

  /** Tasks whose third poll was answered as the scenario says; it must not come again. */
  final Set<String> thirdPolls = ConcurrentHashMap.newKeySet();

  /** Attempts of webhooks as the log shows them, by event and number. */
  final Map<String, JsonNode> attempts = new HashMap<>();

  ClockFact clock;
  JsonNode webhooks;
  String revision;
  private Account account;

  /** The balance when it was set, with the tasks that had been charged and refunded by then. */
  record Account(double remaining, int charged, long refunded) {}

  Ledger(
      Set<String> idsOfAll, ClockFact clock, JsonNode webhooks, String revision, double balance) {
    this.idsOfAll = idsOfAll;
    this.clock = clock;
    this.webhooks = webhooks;
    this.revision = revision;
    this.account = new Account(balance, 0, 0);
  }

  /** Adds a task; fails if any client has had its id before. */
  void add(TaskFact task) {
    if (!idsOfAll.add(task.id())) {
      throw new AssertionError("task id %s was given before".formatted(task.id()));
    }
    put("submitted", task);
  }

  /** Enters a new task, or the new plan of one. */
  void put(String event, TaskFact task) {
    note(event + " " + task);
    tasks.put(task.id(), task);
  }

  /** Keeps what happened for the report of a failure. */
  void note(String event) {
    notes.add(event);
    if (notes.size() > NOTES) {
      notes.remove();
    }
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Notes that the balance was set, at the sandbox's present instant. */
  void setBalance(double remaining) {
    note("balance %s at %s".formatted(remaining, clock));
    account = new Account(remaining, tasks.size(), refunded());
  }

  /** Returns the balance by all charges and refunds so far; the clock must stand. */
  double balance() {
    return account.remaining()
        - PRICE * (tasks.size() - account.charged())
        + PRICE * (refunded() - account.refunded());
  }

  private long refunded() {
    return tasks.values().stream().filter(task -> task.hasFailedAt(clock.now())).count();
  }

  boolean isBalance(double seen) {
    return Math.abs(seen - balance()) < 0.001;
  }
}
