package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.client.error.InvalidRequestException;
import dev.seedance.client.error.SeedanceIoException;
import dev.seedance.client.error.TaskFailedException;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.VideoModel;
import dev.seedance.client.model.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeedanceAsyncClientTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ScriptedServer server = new ScriptedServer();
  private final HeldTime held = new HeldTime();
  private final SeedanceClient client = TestClient.of(server, new FakeTime()).sleeper(held).build();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void waiting_for_500_tasks_holds_no_thread() throws Exception {
    server.thenAlways(Reply.queued());
    held.expect(500);
    long before = clientThreads();

    List<CompletableFuture<GenerationTask>> tasks =
        Stream.generate(() -> client.async().generate(request())).limit(500).toList();
    held.awaitExpected();

    // The HTTP client's 16 and its selector, a timer, and the common pool: not one a task.
    assertThat(clientThreads() - before).isLessThan(25);
    server.thenAlways(Reply.completed("http://127.0.0.1/1.mp4"));
    held.release();
    assertThat(tasks).allSatisfy(task -> assertThat(task.get().getStatus()).isEqualTo("completed"));
  }

  @Test
  void cancelling_stops_the_looks() throws Exception {
    server.thenAlways(Reply.queued());
    held.expect(1);

    CompletableFuture<GenerationTask> task = client.async().generate(request());
    held.awaitExpected();
    task.cancel(true);

    // The wait may be handed out a moment before the client can cancel it.
    assertThat(held.waits()).allSatisfy(wait -> assertThat(wait).failsWithin(PATIENCE));
    assertThat(held.waits()).allMatch(CompletableFuture::isCancelled);
    held.release();
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void cancelling_ends_a_call_under_way() {
    server.thenAlways(Reply.json(200, "{\"id\":").butPromise(500).thenStall());

    CompletableFuture<GenerationTask> task = client.async().get("tsk_vid_1");
    task.cancel(true);

    assertThat(task).isCancelled();
  }

  @Test
  void an_interrupted_thread_stops_waiting() {
    server.thenAlways(Reply.queued());
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> client.generate(request())).isInstanceOf(SeedanceIoException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void a_future_fails_with_the_same_exceptions() {
    server.reply(Reply.failed());

    assertThatThrownBy(() -> client.async().await("tsk_vid_1").get())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(TaskFailedException.class);
  }

  @Test
  void a_wrong_request_comes_out_of_the_future_and_is_not_sent() {
    var wrong = new Violation().rule("r").severity("error").pointer("/p").message("m");
    SeedanceClient strict =
        TestClient.of(server, new FakeTime()).requestCheck(json -> List.of(wrong)).build();

    assertThat(strict.async().submit(request()))
        .failsWithin(Duration.ofSeconds(1))
        .withThrowableThat()
        .withCauseInstanceOf(InvalidRequestException.class);
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void a_failure_shows_who_has_called() {
    server.reply(Reply.failed());

    assertThatThrownBy(() -> client.await("tsk_vid_1"))
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed()[0].getStackTrace())
                    .anyMatch(frame -> frame.getMethodName().startsWith("a_failure_shows"))
                    .noneMatch(frame -> frame.getMethodName().equals("onProgress")));
  }

  /** All threads but those of the server. */
  private static long clientThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> !name.startsWith("scripted"))
        .count();
  }

  private static GenerationRequest request() {
    return new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt("A paper boat");
  }

  /** Waits that end when the test says so. */
  private static final class HeldTime implements Sleeper {

    private final Queue<CompletableFuture<?>> waits = new ConcurrentLinkedQueue<>();
    private volatile boolean released;
    private volatile CountDownLatch expected = new CountDownLatch(0);

    void expect(int number) {
      expected = new CountDownLatch(number);
    }

    void awaitExpected() throws InterruptedException {
      expected.await();
    }

    Queue<CompletableFuture<?>> waits() {
      return waits;
    }

    void release() {
      released = true;
      waits.forEach(wait -> wait.complete(null));
    }

    @Override
    public CompletableFuture<?> sleep(Duration wait) {
      var future = new CompletableFuture<>();
      waits.add(future);
      expected.countDown();
      if (released) {
        future.complete(null);
      }
      return future;
    }
  }
}
