package dev.seedance.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.MockServer;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A class of a parallel run; it goes on only when fifty of them are at the same point. */
@SeedanceMock
abstract class ParallelClass {

  /** What each of them saw. */
  static final Queue<Seen> SEEN = new ConcurrentLinkedQueue<>();

  private static final CountDownLatch FIFTY_AT_ONCE = new CountDownLatch(50);

  record Seen(URI server, String key, String task) {}

  @Test
  void sees_its_own_task_alone(MockServer mock) throws InterruptedException {
    var calls = new HttpCalls(mock.baseUrl());
    String request =
        "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"client_business_id\":\"same-everywhere\"}";
    var submitted = calls.submit(mock.apiKey(), request);
    FIFTY_AT_ONCE.countDown();
    assertThat(FIFTY_AT_ONCE.await(2, TimeUnit.MINUTES)).as("fifty classes at once").isTrue();

    assertThat(submitted.header("X-Mock-Replayed")).isEmpty();
    assertThat(calls.poll(mock.apiKey(), "same-everywhere").text("/id"))
        .isEqualTo(submitted.text("/id"));
    assertThat(mock.tasks())
        .singleElement()
        .satisfies(task -> assertThat(task.id()).isEqualTo(submitted.text("/id")));
    SEEN.add(new Seen(mock.baseUrl(), mock.apiKey(), submitted.text("/id")));
  }
}
