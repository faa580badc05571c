package dev.seedance.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.MockOptions;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.clock.ClockSetting;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The listings of docs/junit.md, which are compiled and run here. */
class JunitListingsTest {

  @Nested
  // listing: checkout
  @SeedanceMock
  class CheckoutTest {

    @Test
    void tells_the_customer_when_moderation_rejects_the_video(MockServer mock) {
      mock.scenarios()
          .register(
              """
              {"name": "rejected", "match": {"prompt": "*storm*"},
               "outcome": {"status": "failed",
                           "error": {"code": "generation_failed", "message": "Rejected."}}}
              """);
      var service = new VideoService(mock.baseUrl(), mock.apiKey());

      assertThat(service.videoOf("A storm at sea")).isEqualTo("Sorry: Rejected.");
      assertThat(mock.tasks()).hasSize(1);
    }
  }

  // end

  @Nested
  @SeedanceMock
  class ClockTest {

    // listing: clock
    @Test
    void gives_up_after_ten_minutes(MockServer mock) {
      mock.clock().freeze();
      var service = new VideoService(mock.baseUrl(), mock.apiKey());
      String id = service.submit("[mock:slow] A calm sea");

      mock.clock().advance(Duration.ofMinutes(10));
      assertThat(service.state(id)).isEqualTo("in_progress");
      mock.clock().advance(Duration.ofMinutes(10));
      assertThat(service.state(id)).isEqualTo("completed");
    }

    // end

    // listing: webhooks
    @Test
    void hears_of_the_end_by_webhook(MockServer mock) {
      mock.clock().freeze();
      mock.webhooks().deliverTo("http://127.0.0.1:9/webhooks"); // where your service listens
      new VideoService(mock.baseUrl(), mock.apiKey()).submit("A calm sea");

      mock.clock().advance(Duration.ofMinutes(10));
      assertThat(mock.webhooks().deliveries())
          .singleElement()
          .satisfies(delivery -> assertThat(delivery.type()).isEqualTo("generation.completed"))
          .satisfies(delivery -> assertThat(delivery.attempts()).hasSizeGreaterThan(1));
    }

    // end
  }

  // listing: settings
  @Test
  void speaks_the_newer_revision(
      @SeedanceMock(revision = "2026-08", scenario = "instant") MockServer mock) {
    var service = new VideoService(mock.baseUrl(), mock.apiKey());
    assertThat(service.videoOf("A calm sea")).endsWith("/0.mp4");
  }

  // end

  @Test
  void starts_in_any_process() {
    // listing: plain
    var options = MockOptions.builder().clock(ClockSetting.AUTO).seed(42).build();
    try (var mock = MockServer.start(options)) {
      var service = new VideoService(mock.baseUrl(), mock.apiKey());
      assertThat(service.videoOf("A calm sea")).endsWith("/0.mp4");
    }
    // end
  }

  /** Stands for the reader's own code. */
  private record VideoService(URI baseUrl, String apiKey) {
    String submit(String prompt) {
      return new HttpCalls(baseUrl)
          .submit(apiKey, "{\"model\":\"seedance-2\",\"prompt\":\"" + prompt + "\"}")
          .text("/id");
    }

    String state(String id) {
      return new HttpCalls(baseUrl).poll(apiKey, id).text("/status");
    }

    String videoOf(String prompt) {
      var calls = new HttpCalls(baseUrl);
      String id = submit(prompt);
      HttpCalls.Answer answer;
      do {
        answer = calls.poll(apiKey, id);
      } while (!answer.text("/status").matches("completed|failed"));
      return answer.text("/status").equals("failed")
          ? "Sorry: " + answer.text("/error/message")
          : answer.text("/result/data/0/url");
    }
  }
}
