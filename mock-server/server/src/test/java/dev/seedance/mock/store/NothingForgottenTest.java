package dev.seedance.mock.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.mock.Calls;
import dev.seedance.mock.TestTime;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever is called: a sandbox that is opened from the store is the one that is in memory. Two
 * numbers may be ahead in the store, by a block at most: request ids and counts of polls.
 */
class NothingForgottenTest {

  private static final String[] OPTIONS = {
    "--clock=frozen",
    "--clock-start=2026-01-01T00:00:00Z",
    "--max-tasks=4",
    "--max-deliveries=3",
    "--max-groups=2",
    "--max-assets=2",
    "--max-upload-bytes=120",
    "--balance=4"
  };

  private static final AtomicInteger SANDBOXES = new AtomicInteger();
  private static final TestTime TIME = new TestTime();

  private static StoredServer here;
  private static StoredServer there;

  record Call(Step step, int number) {}

  @BeforeContainer
  static void start() {
    here = new StoredServer(new MemoryStore(TIME, true), TIME, OPTIONS);
    there = new StoredServer(new MemoryStore(TIME, true), TIME, OPTIONS);
  }

  @AfterContainer
  static void stop() {
    here.close();
    there.close();
  }

  @Property(tries = 30)
  void the_store_has_what_the_memory_has(@ForAll("calls") List<Call> calls) throws IOException {
    String key = "key-" + SANDBOXES.incrementAndGet();
    Calls live = here.as(key);
    for (Call call : calls) {
      call.step().call(live, call.number());
      live.advance("PT0S"); // waits for the attempts under way
      JsonNode memory = live.get("/_mock/snapshot").json().path("parts");
      JsonNode store = there.copyOf(here, key).get("/_mock/snapshot").json().path("parts");
      assertSame(call, (ObjectNode) memory, (ObjectNode) store);
    }
    here.unload(key);
  }

  @Example
  void every_step_changes_what_it_can() {
    Calls live = here.as("steps");
    live.put("/_mock/balance", "{\"remaining\":null}");
    for (Step step : Step.values()) {
      live.submit("{\"model\":\"seedance-2\",\"prompt\":\"x\"}");
      int status = step.call(live, 0).status();
      assertThat(status).as("%s", step).isIn(step == Step.POLL_UNKNOWN ? 404 : 200, 201, 204);
    }
  }

  private static void assertSame(Call call, ObjectNode memory, ObjectNode store) {
    assertAhead(
        "requests",
        take(memory, "counters", "requests"),
        take(store, "counters", "requests"),
        1_000);
    JsonNode polls = take(memory, "scenarios", "counts", "polls");
    JsonNode stored = take(store, "scenarios", "counts", "polls");
    assertThat(stored.size()).as("%s", call).isEqualTo(polls.size());
    polls.fieldNames().forEachRemaining(id -> assertAhead(id, polls.path(id), stored.path(id), 10));
    memory.remove(List.of("journal", "rate_limits"));
    store.remove(List.of("journal", "rate_limits"));
    assertThat(store).as("after %s", call).isEqualTo(memory);
  }

  private static void assertAhead(String name, JsonNode memory, JsonNode store, long block) {
    assertThat(store.asLong() - memory.asLong()).as(name).isBetween(0L, block);
  }

  /** Takes a member out of a document. */
  private static JsonNode take(ObjectNode parts, String... path) {
    ObjectNode parent = parts;
    for (int i = 0; i < path.length - 1; i++) {
      parent = (ObjectNode) parent.path(path[i]);
    }
    return parent.remove(path[path.length - 1]);
  }

  @Provide
  Arbitrary<List<Call>> calls() {
    return Combinators.combine(Arbitraries.of(Step.class), Arbitraries.integers().between(0, 11))
        .as(Call::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }
}
