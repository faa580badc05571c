package dev.seedance.mock.race;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.Calls;
import dev.seedance.mock.RawConnection;
import dev.seedance.mock.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * One race: threads that call a sandbox at once with all that touches the end of a task, and a
 * receiver that counts. However they meet, the end of a task is told once: by one event, with one
 * outcome.
 */
final class Race {

  private static final int TASKS = 40;

  private static final String[] PROMPTS = {
    "A harbour", "A dune", "[mock:content-rejected] A fjord"
  };

  /** The responses that are documented for calls of a race. */
  private static final Set<Integer> DOCUMENTED = Set.of(200, 204, 404, 409);

  private final Calls calls;
  private final CountingReceiver receiver;
  private final Family family;
  private final long seed;
  private final List<String> tasks;
  private final Map<String, LongAdder> forced = new ConcurrentHashMap<>();
  private volatile byte[] snapshot;

  /** Prepares a race in a sandbox that nobody has called. */
  Race(Calls calls, CountingReceiver receiver, Family family, long seed) {
    this.calls = calls;
    this.receiver = receiver;
    this.family = family;
    this.seed = seed;
    tasks = submitAll();
    snapshot = calls.get("/_mock/snapshot").body();
    if (family.step() == 0) {
      expect(calls.put("/_mock/clock", "{\"mode\":\"scaled\",\"scale\":500}"));
    }
  }

  /**
   * Runs the race and checks what came of it.
   *
   * @param threads callers at once
   * @param moves of each caller
   */
  void run(int threads, int moves) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> callers = new ArrayList<>();
      for (int caller = 0; caller < threads; caller++) {
        var random = new SplittableRandom(seed * 1_000 + caller);
        callers.add(pool.submit(() -> move(random, moves)));
      }
      for (Future<?> caller : callers) {
        caller.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError(this + ": a caller failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
    settle();
    check();
  }

  private void move(SplittableRandom random, int moves) {
    for (int i = 0; i < moves; i++) {
      Move move = family.moves().get(random.nextInt(family.moves().size()));
      String task = tasks.get(random.nextInt(tasks.size()));
      switch (move) {
        case WATCH -> watch();
        case SETTINGS -> change();
        case ADVANCE -> expect(calls.advance("PT" + random.nextInt(family.step()) + "S"));
        case FORCE -> force(task, random.nextBoolean() ? "completed" : "failed");
        case REDELIVER -> redeliver(task);
        case SAVE -> snapshot = calls.get("/_mock/snapshot").body();
        case RESTORE -> expect(calls.put("/_mock/snapshot", snapshot));
        case SET_BACK -> expect(calls.put("/_mock/clock", "{\"now\":\"2026-03-01T00:00:05Z\"}"));
        case RESET -> reset(random);
      }
    }
  }

  private void watch() {
    try (var stream = RawConnection.to(calls.baseUrl())) {
      stream.write(
          "GET /_mock/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\n\r\n"
              .formatted(calls.key()));
      assertThat(stream.readHead()).startsWith("HTTP/1.1 200");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void change() {
    expect(calls.put("/_mock/webhooks", "{\"default_url\":\"" + receiver.url() + "\"}"));
  }

  private void force(String task, String status) {
    Response response =
        expect(calls.post("/_mock/tasks/" + task + "/outcome", "{\"status\":\"" + status + "\"}"));
    if (response.status() == 200) {
      forced.computeIfAbsent(task, none -> new LongAdder()).increment();
    }
  }

  private void redeliver(String task) {
    JsonNode deliveries =
        calls.get("/_mock/webhooks/deliveries?task_id=" + task).json().path("deliveries");
    if (!deliveries.isEmpty()) {
      String id = deliveries.get(0).path("id").asText();
      expect(calls.post("/_mock/webhooks/deliveries/" + id + "/redeliver", ""));
    }
  }

  /** Resets now and then only: all tasks are gone until the restore. */
  private void reset(SplittableRandom random) {
    if (random.nextInt(8) == 0) {
      expect(calls.post("/_mock/reset", ""));
      expect(calls.put("/_mock/snapshot", snapshot));
    }
  }

  private List<String> submitAll() {
    return IntStream.range(0, TASKS)
        .mapToObj(
            index ->
                "{\"model\":\"seedance-2\",\"prompt\":\"%s\"%s}"
                    .formatted(PROMPTS[index % 3], index % 2 == 0 ? "" : callback()))
        .map(body -> expect(calls.submit(body)).text("/id"))
        .toList();
  }

  private String callback() {
    return ",\"callback_url\":\"" + receiver.url() + "\"";
  }

  private static Response expect(Response response) {
    assertThat(DOCUMENTED).as(response.text()).contains(response.status());
    return response;
  }

  /** Lets every task end and every webhook arrive. */
  private void settle() {
    change();
    expect(calls.put("/_mock/clock", "{\"mode\":\"frozen\"}"));
    for (int i = 0; i < 4; i++) {
      expect(calls.advance("PT1H"));
    }
  }

  private void check() {
    for (String task : tasks) {
      Response poll = calls.poll(task);
      if (poll.status() == 404 && family == Family.TRAVELS) {
        continue; // a snapshot that was taken after a reset was restored
      }
      String status = poll.text("/status");
      assertThat(status).as("%s: the end of %s", this, task).isIn("completed", "failed");
      assertThat(receiver.eventsOf(task))
          .as("%s: ids of the final events of %s, which is %s", this, task, status)
          .hasSizeLessThanOrEqualTo(1);
      assertThat(forced.getOrDefault(task, new LongAdder()).sum())
          .as("%s: outcomes of %s that were accepted", this, task)
          .isLessThanOrEqualTo(1);
      if (tasks.indexOf(task) % 2 == 1 || !receiver.eventsOf(task).isEmpty()) {
        assertThat(receiver.typesOf(task))
            .as("%s: what was told of %s", this, task)
            .containsExactly("generation." + status);
      }
    }
  }

  @Override
  public String toString() {
    return "race " + family + " with seed " + seed;
  }
}
