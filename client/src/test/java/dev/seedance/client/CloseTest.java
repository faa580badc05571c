package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.client.error.SeedanceIoException;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.VideoModel;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The end of a client. */
class CloseTest extends Downloading {

  private static final String CLOSED = "this SeedanceClient is closed; build another one";

  @RepeatedTest(100)
  void leaves_no_thread_behind() {
    server.reply(Reply.bytes(200, VIDEO));
    SeedanceClient closing = TestClient.of(server, time).build();
    var name = new CompletableFuture<String>();
    closing.download(
        task(),
        folder.resolve("video.mp4"),
        DownloadOptions.defaults()
            .withListener((bytes, total) -> name.complete(Thread.currentThread().getName())));
    Set<Thread> own = threads(name.join().replaceFirst("[0-9]+$", ""));
    assertThat(name.join()).matches("seedance-client-[0-9]+-[0-9]+");
    assertThat(own).isNotEmpty().allMatch(Thread::isDaemon);

    closing.close();

    assertThat(own).noneMatch(Thread::isAlive);
  }

  @Test
  void may_come_twice_and_before_any_call() {
    client.close();
    client.close();
    client.async().close();

    assertThatThrownBy(() -> client.get("tsk_vid_1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(CLOSED);
    assertThat(server.calls()).isEmpty();
  }

  static Stream<Function<CloseTest, ThrowingCallable>> calls() {
    return Stream.of(
        test -> () -> test.client.submit(request()),
        test -> () -> test.client.get("tsk_vid_1"),
        test -> () -> test.client.await("tsk_vid_1"),
        test -> () -> test.client.generate(request()),
        test -> test::download,
        test -> () -> test.client.assets().awaitActive("a1"),
        test -> () -> test.client.assets().createGroup("g"),
        test -> () -> test.client.uploads().file(Files.write(test.picture(), VIDEO)),
        test -> () -> test.client.balance());
  }

  @ParameterizedTest
  @MethodSource("calls")
  void refuses_every_later_call(Function<CloseTest, ThrowingCallable> call) throws IOException {
    client.close();

    assertThatThrownBy(call.apply(this))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(CLOSED);
    assertThat(server.calls()).isEmpty();
    assertThat(filesIn(folder)).allMatch(file -> file.equals(picture()));
  }

  @Test
  void ends_a_call_under_way() {
    var called = new CompletableFuture<Void>();
    server.reply(
        Reply.json(200, "{").meanwhile(() -> called.complete(null)).butPromise(9).thenStall());
    CompletableFuture<GenerationTask> call = client.async().get("tsk_vid_1");
    called.join();

    client.close();

    assertEndedByClose(call);
  }

  @Test
  void ends_a_wait_between_two_polls() {
    var asleep = new CompletableFuture<Void>();
    server.thenAlways(Reply.queued());
    SeedanceClient closing =
        TestClient.of(server, time)
            .sleeper(
                wait -> {
                  asleep.complete(null);
                  return new CompletableFuture<>();
                })
            .build();
    CompletableFuture<GenerationTask> wait = closing.async().await("tsk_vid_1");
    asleep.join();

    closing.close();

    assertEndedByClose(wait);
  }

  @Test
  void ends_a_download_and_removes_its_part() throws IOException {
    var begun = new CompletableFuture<Void>();
    server.reply(Reply.bytes(200, part(0, 4)).butPromise(10).thenStall());
    var options = DownloadOptions.defaults().withListener((bytes, total) -> begun.complete(null));
    CompletableFuture<Path> file =
        client.async().download(task(), folder.resolve("video.mp4"), options);
    begun.join();

    client.close();

    assertEndedByClose(file);
    assertThat(filesIn(folder)).isEmpty();
  }

  @Test
  void may_come_from_a_listener_on_a_thread_of_the_client() {
    server.thenAlways(Reply.queued());
    var options = AwaitOptions.defaults().withListener((task, percent) -> client.close());

    assertThatThrownBy(() -> client.await("tsk_vid_1", options))
        .isInstanceOf(SeedanceIoException.class)
        .hasMessageStartingWith("the client was closed");
  }

  @Test
  void leaves_the_callers_own_client_open() {
    server.thenAlways(Reply.queued());
    ExecutorService threads = Executors.newSingleThreadExecutor();
    HttpClient own = HttpClient.newBuilder().executor(threads).build();
    SeedanceClient first = TestClient.of(server, time).httpClient(own).build();
    SeedanceClient second = TestClient.of(server, time).httpClient(own).build();
    first.get("tsk_vid_1");

    first.close();

    assertThat(threads.isShutdown()).isFalse();
    assertThat(second.get("tsk_vid_1").getStatus()).isEqualTo("queued");
    threads.shutdownNow();
  }

  @Test
  void the_threads_of_the_jdk_do_not_keep_the_class_loader_of_the_program() {
    Set<Thread> before = threads("HttpClient-");
    var program = new ClassLoader(getClass().getClassLoader()) {};
    Thread current = Thread.currentThread();
    ClassLoader own = current.getContextClassLoader();
    current.setContextClassLoader(program);
    try (SeedanceClient made = TestClient.of(server, time).build()) {
      server.reply(Reply.queued());
      made.get("tsk_vid_1");
      Set<Thread> started = threads("HttpClient-");
      started.removeAll(before);
      assertThat(started)
          .isNotEmpty()
          .noneMatch(thread -> thread.getContextClassLoader() == program);
      assertThat(threads("CompletableFutureDelayScheduler"))
          .noneMatch(thread -> thread.getContextClassLoader() == program);
    } finally {
      current.setContextClassLoader(own);
    }
  }

  private Path picture() {
    return folder.resolve("picture.png");
  }

  private static void assertEndedByClose(CompletableFuture<?> future) {
    assertThatThrownBy(future::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(SeedanceIoException.class)
        .hasMessageEndingWith("the client was closed; what was submitted goes on at the server");
  }

  private static GenerationRequest request() {
    return new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt("A paper boat");
  }

  private static Set<Thread> threads(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(prefix))
        .collect(Collectors.toSet());
  }
}
