package dev.seedance.mock.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.ControlCalls;
import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.time.ClockSetting;
import org.junit.jupiter.api.Test;

/** A whole story in two calls and no waiting: submit, complete, webhook with three retries. */
class StoryTest {

  private static final int WARM_UP = 20;

  @Test
  void a_task_completes_and_its_webhook_is_taken_at_the_third_retry() {
    var options = MockOptions.builder().clock(ClockSetting.FROZEN).build();
    try (var server = MockServer.start(options)) {
      var calls = new HttpCalls(server.baseUrl());
      long nanos = 0;
      for (int run = 0; run <= WARM_UP; run++) {
        long begin = System.nanoTime();
        tell(new ControlCalls(calls, "story-" + run));
        nanos = System.nanoTime() - begin;
      }
      System.out.printf("story: %.1f ms in the last of %d runs%n", nanos / 1e6, WARM_UP + 1);
    }
  }

  private static void tell(ControlCalls control) {
    try (var receiver = new Receiver().answering(500, 503, 429)) {
      String id =
          control
              .calls()
              .submit(
                  control.key(),
                  """
                  {"model":"seedance-2","prompt":"A lighthouse","callback_url":"%s"}"""
                      .formatted(receiver.url()))
              .text("/id");
      control.advance("PT1H");
      assertThat(control.calls().poll(control.key(), id).text("/status")).isEqualTo("completed");
      assertThat(receiver.calls()).hasSize(4);
      assertThat(control.get("/webhooks/deliveries").text("/deliveries/0/status"))
          .isEqualTo("delivered");
    }
  }
}
