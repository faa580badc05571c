package dev.seedance.mock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seedance.mock.Calls;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestTime;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.store.SandboxStore.Document;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A store that fails, hangs, or has given a sandbox to another server. */
class StoreFailsTest {

  private static final String BODY = "{\"model\":\"seedance-2\",\"prompt\":\"a boat\"}";

  private final TestTime time = new TestTime();
  private final MemoryStore memory = new MemoryStore(time, true);
  private final FaultyStore store = new FaultyStore(memory);
  private final StoredServer server =
      new StoredServer(store, time, Duration.ofMillis(50), "--clock=frozen");
  private final Calls calls = server.as("a");
  private final Sandbox sandbox = server.sandbox("a");

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_write_that_fails_is_made_again() {
    sandbox.changes().stored().join();
    var failures = new AtomicInteger(2);
    store.inject(
        write ->
            writes -> {
              if (failures.getAndDecrement() > 0) {
                throw new StoreException("the disk is full");
              }
              return write.write(writes);
            });
    Response response = calls.submit(BODY); // waits as long as it may: the failures take longer
    assertThat(failures.get()).isLessThan(2);
    assertThat(response.status()).isEqualTo(200);
    assertThat(keys("tasks")).containsExactly(response.text("/id"));
  }

  @Test
  void who_waits_too_long_gets_a_503_and_the_change_is_stored_later() {
    sandbox.changes().stored().join();
    var release = new CompletableFuture<Void>();
    store.inject(
        write ->
            writes -> {
              release.join();
              return write.write(writes);
            });
    CompletableFuture<Response> response = CompletableFuture.supplyAsync(() -> calls.submit(BODY));
    while (!response.isDone()) {
      time.pass(Duration.ofMillis(1));
      Thread.onSpinWait();
    }
    assertThat(response.join().status()).isEqualTo(503);
    assertThat(response.join().header("Retry-After")).isEqualTo("1");
    assertThat(response.join().text("/error/message")).contains("send the request again");
    assertThat(keys("tasks")).isEmpty();
    release.complete(null);
    store.inject(write -> write);
    sandbox.changes().mark("counters", "");
    awaitStored();
    assertThat(keys("tasks")).hasSize(1);
  }

  @Test
  void a_sandbox_that_another_server_has_answers_nothing_more() {
    sandbox.changes().stored().join();
    store.inject(write -> writes -> Set.of(sandbox.id()));
    assertThat(calls.submit(BODY).status()).isEqualTo(503);
    assertThat(server.lost()).containsExactly(sandbox.id());
    Response poll = calls.poll("any");
    assertThat(poll.status()).isEqualTo(503);
    assertThat(poll.text("/error/message")).contains("another server");
    assertThat(poll.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void a_lease_that_has_ended_answers_nothing_and_one_that_ends_soon_sends_nothing() {
    TrackedChanges changes = (TrackedChanges) sandbox.changes();
    changes.stored().join();
    changes.holdUntil(time.flowed().plusSeconds(8));
    assertThat(changes.cleared()).isCompleted();
    time.pass(Duration.ofSeconds(6)); // a quarter is left
    assertThat(changes.cleared()).isCompletedExceptionally();
    assertThat(changes.stored()).isCompleted();
    time.pass(Duration.ofSeconds(2));
    assertThat(changes.stored()).isCompletedExceptionally();
    assertThat(calls.get("/v1/balance").status()).isEqualTo(503);
    changes.holdUntil(time.flowed().plusSeconds(8));
    assertThat(calls.get("/v1/balance").status()).isEqualTo(200);
  }

  @Test
  void a_document_keeps_its_order_when_it_is_tried_again() {
    TrackedChanges changes = (TrackedChanges) sandbox.changes();
    changes.stored().join();
    server.die();
    changes.mark("tasks", "a");
    TrackedChanges.Taken failed = changes.take();
    changes.mark("tasks", "b");
    changes.mark("tasks", "a");
    changes.giveBack(failed);
    Map<TrackedChanges.Place, Long> again = changes.take().documents();
    assertThat(again.get(new TrackedChanges.Place("tasks", "a")))
        .isLessThan(again.get(new TrackedChanges.Place("tasks", "b")));
  }

  @Test
  void a_sandbox_whose_documents_can_t_be_read_keeps_no_other_waiting() {
    sandbox.changes().stored().join();
    sandbox.changes().mark("no such part", "");
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(this::failStored)
        .withMessageContaining("can't be read");
    assertThat(server.as("b").submit(BODY).status()).isEqualTo(200);
  }

  @Test
  void an_event_leaves_when_what_it_tells_of_is_stored() throws Exception {
    sandbox.changes().stored().join();
    var begun = new CompletableFuture<Void>();
    var release = new CompletableFuture<Void>();
    var events =
        HttpClient.newHttpClient()
            .send(calls.keyed("/_mock/events").build(), BodyHandlers.ofLines());
    var storedWhenTold =
        CompletableFuture.supplyAsync(
            () -> {
              boolean told = events.body().anyMatch("event: revision"::equals);
              return told && keys("revision").size() == 1;
            });
    store.inject(
        write ->
            writes -> {
              begun.complete(null);
              release.join();
              return write.write(writes);
            });
    CompletableFuture<Response> change =
        CompletableFuture.supplyAsync(
            () -> calls.put("/_mock/revision", "{\"revision\":\"latest\"}"));
    begun.join();
    release.complete(null);
    assertThat(storedWhenTold.join()).isTrue();
    assertThat(change.join().status()).isEqualTo(200);
  }

  private void failStored() {
    CompletableFuture<Void> stored = sandbox.changes().stored();
    while (!stored.isDone()) {
      time.pass(Duration.ofMillis(1));
      Thread.onSpinWait();
    }
    stored.join();
  }

  private void awaitStored() {
    CompletableFuture<Void> stored = sandbox.changes().stored();
    stored.join();
  }

  private List<String> keys(String part) {
    return memory.load(sandbox.id()).stream()
        .filter(document -> document.part().equals(part))
        .map(Document::key)
        .toList();
  }
}
