package dev.seedance.mock.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A class of a parallel run; it goes on only when fifty of them are at the same point. */
@SeedanceMock
abstract class ParallelClass {

  /** The sandboxes that the tests have seen. */
  static final Queue<Seen> SEEN = new ConcurrentLinkedQueue<>();

  private static final CountDownLatch FIFTY_AT_ONCE = new CountDownLatch(50);

  record Seen(URI server, String key, String task) {}

  @Test
  void sees_its_own_task_alone(MockServer mock) throws InterruptedException {
    var calls = HttpCalls.of(mock);
    var submitted = calls.submit(HttpCalls.REQUEST);
    FIFTY_AT_ONCE.countDown();
    assertThat(FIFTY_AT_ONCE.await(2, TimeUnit.MINUTES)).as("fifty classes at once").isTrue();

    assertThat(submitted.headers().firstValue("X-Mock-Replayed")).isEmpty();
    String id = JsonObject.read(submitted.body()).text("id");
    assertThat(JsonObject.read(calls.poll("order-1").body()).text("id")).isEqualTo(id);
    assertThat(mock.tasks()).singleElement().satisfies(task -> assertThat(task.id()).isEqualTo(id));
    SEEN.add(new Seen(mock.baseUrl(), mock.apiKey(), id));
  }
}
