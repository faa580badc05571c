package dev.seedance.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same calls on two servers with the same seed and clock give the same bytes. */
class DeterminismTest {

  private static final Pattern ID = Pattern.compile("tsk_vid_[0-9A-Z]{26}");

  private static RawReceiver receiver;

  @BeforeAll
  static void listen() throws IOException {
    receiver = new RawReceiver();
  }

  @AfterAll
  static void stop() throws IOException {
    receiver.close();
  }

  @Test
  void a_whole_story_gives_the_same_bytes_on_another_server() throws IOException {
    List<String> first = story(7);
    assertThat(story(7)).isEqualTo(first);
    assertThat(first).hasSize(35);
    assertThat(first.subList(0, 33))
        .allSatisfy(response -> assertThat(response).startsWith("HTTP/1.1 "));
    assertThat(first.subList(33, 35))
        .as("a webhook that was refused, and its retry")
        .allSatisfy(webhook -> assertThat(webhook).startsWith("POST /hook HTTP/1.1"));
  }

  @Test
  void another_seed_tells_another_story() throws IOException {
    assertThat(story(8).get(0)).isNotEqualTo(story(7).get(0));
  }

  /** Returns every response, then every webhook. */
  private static List<String> story(long seed) throws IOException {
    try (var server =
            TestServer.with("--clock=auto", "--clock-start=2026-01-01T00:00:00Z", "--seed=" + seed)
                .start();
        var connection = RawConnection.to(server.baseUrl())) {
      List<String> told = new Story(connection).tell();
      told.addAll(receiver.take());
      return told;
    }
  }

  /** Calls over one raw connection, so that no client hides or adds a byte. */
  private static final class Story {

    private final RawConnection connection;
    private final List<String> responses = new ArrayList<>();

    Story(RawConnection connection) {
      this.connection = connection;
    }

    List<String> tell() throws IOException {
      String id =
          taskOf(submit("{\"model\":\"seedance-2\",\"prompt\":\"A lighthouse\",\"count\":2}"));
      for (int i = 0; i < 6; i++) {
        call("GET", "/v1/videos/generations/" + id, "");
      }
      submit("{\"model\":\"seedance-2\",\"prompt\":\"x\",\"client_business_id\":\"order-1\"}");
      submit("{\"model\":\"seedance-2\",\"prompt\":\"x\",\"client_business_id\":\"order-1\"}");
      submit("{\"model\":\"seedance-2-mini\",\"prompt\":\"x\",\"duration\":7}");
      submit("{\"model\":\"seedance-2\",\"prompt\":\"[mock:policy-rejected]\"}");
      String flaky = taskOf(submit("{\"model\":\"seedance-2\",\"prompt\":\"[mock:flaky-polls]\"}"));
      for (int i = 0; i < 4; i++) {
        call("GET", "/v1/videos/generations/" + flaky, "");
      }
      call("POST", "/_mock/scenarios", "{\"name\":\"a\",\"match\":{\"model\":\"*\"}}");
      call("GET", "/_mock/scenarios", "");
      submit("{\"model\":\"seedance-2\",\"prompt\":\"x\"}");
      call("DELETE", "/_mock/scenarios/a", "");
      call("POST", "/_mock/validate", "{\"model\":\"seedance-3\"}");
      call("GET", "/_mock/snapshot", "");
      call("GET", "/v1/videos/generations/unknown", "");
      call("GET", "/nowhere", "");
      call("GET", "/_mock/health", "");
      call("GET", "/files/x/y/0.mp4", "");
      call("PUT", "/_mock/clock", "{\"mode\":\"frozen\"}");
      submit(
          "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"callback_url\":\"%s\"}"
              .formatted(receiver.url()));
      call("POST", "/_mock/clock/advance", "{\"by\":\"PT10M\"}");
      call("GET", "/_mock/webhooks/deliveries", "");
      call("GET", "/_mock/tasks", "");
      call("GET", "/v1/balance", "");
      call("GET", "/_mock/requests", "");
      return responses;
    }

    private String submit(String body) throws IOException {
      return call("POST", "/v1/videos/generations", body);
    }

    private String call(String method, String path, String body) throws IOException {
      String request =
          "%s %s HTTP/1.1\r\nHost: mock.test\r\nAuthorization: Bearer story\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(method, path, body.length(), body);
      String response = connection.exchange(request);
      responses.add(response);
      return response;
    }

    private static String taskOf(String response) {
      Matcher id = ID.matcher(response);
      assertThat(id.find()).isTrue();
      return id.group();
    }
  }
}
