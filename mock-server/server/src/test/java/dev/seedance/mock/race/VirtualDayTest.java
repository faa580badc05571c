package dev.seedance.mock.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A day of webhooks on a frozen clock: tasks come all day, each ends, and each end is told once.
 *
 * <p>Few here. {@code src/stress/day.sh} sends 100,000, and prints how long it took.
 */
class VirtualDayTest {

  private static final int WEBHOOKS = Integer.getInteger("seedance.day.webhooks", 600);
  private static final int SLICES = 96;
  private static final Duration SLICE = Duration.ofDays(1).dividedBy(SLICES);

  @RegisterExtension
  static final TestServer server =
      TestServer.with(
          "--clock=frozen", "--clock-start=2026-08-09T00:00:00Z", "--balance=unlimited");

  @Test
  void every_webhook_of_a_day_arrives_once() throws IOException {
    long start = System.nanoTime();
    List<String> tasks = new ArrayList<>();
    try (var receiver = new CountingReceiver(true)) {
      String body =
          "{\"model\":\"seedance-2\",\"prompt\":\"A tide\",\"callback_url\":\"%s\"}"
              .formatted(receiver.url());
      for (int slice = 1; slice <= SLICES; slice++) {
        int more = WEBHOOKS * slice / SLICES - tasks.size();
        tasks.addAll(
            IntStream.range(0, more)
                .parallel()
                .mapToObj(i -> server.submit(body).text("/id"))
                .toList());
        advance(SLICE);
      }
      advance(Duration.ofDays(2)); // the last ones end, and the refused ones are retried
      assertThat(tasks).doesNotHaveDuplicates().hasSize(WEBHOOKS);
      assertThat(tasks.stream().filter(task -> receiver.eventsOf(task).size() != 1).toList())
          .as("tasks whose end was not told once")
          .isEmpty();
      System.out.printf(
          "virtual day: %,d webhooks in %,d attempts, each event once, in %,d s%n",
          WEBHOOKS, receiver.attempts(), Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }
  }

  private static void advance(Duration by) {
    Response clock = server.advance(by.toString());
    assertThat(clock.status()).as(clock.text()).isEqualTo(200);
    assertThat(clock.json().has("notice")).as(clock.text()).isFalse();
  }
}
