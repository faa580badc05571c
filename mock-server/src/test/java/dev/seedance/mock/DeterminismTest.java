package dev.seedance.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.clock.ClockSetting;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The same calls on two servers with the same seed and clock give the same bytes. */
class DeterminismTest {

  private static final Pattern ID = Pattern.compile("tsk_vid_[0-9A-Z]{26}");
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  @Test
  void a_whole_story_gives_the_same_bytes_on_another_server() throws IOException {
    List<String> first = story(7);
    assertThat(story(7)).isEqualTo(first);
    assertThat(first).hasSize(26).allSatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 "));
  }

  @Test
  void another_seed_tells_another_story() throws IOException {
    assertThat(story(8).get(0)).isNotEqualTo(story(7).get(0));
  }

  private static List<String> story(long seed) throws IOException {
    var options =
        MockOptions.builder()
            .clock(ClockSetting.AUTO)
            .clockStart(Instant.parse("2026-01-01T00:00:00Z"))
            .seed(seed)
            .build();
    try (var server = MockServer.start(options);
        var socket = new Socket(server.baseUrl().getHost(), server.baseUrl().getPort())) {
      return new Story(socket).tell();
    }
  }

  /** Calls over one raw connection, so that no client hides or adds a byte. */
  private static final class Story {

    private final Socket socket;
    private final List<String> answers = new ArrayList<>();

    Story(Socket socket) {
      this.socket = socket;
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
      return answers;
    }

    private String submit(String body) throws IOException {
      return call("POST", "/v1/videos/generations", body);
    }

    private String call(String method, String path, String body) throws IOException {
      String request =
          "%s %s HTTP/1.1\r\nHost: mock.test\r\nAuthorization: Bearer story\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(method, path, body.length(), body);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = read(socket.getInputStream());
      answers.add(answer);
      return answer;
    }

    private static String taskOf(String answer) {
      Matcher id = ID.matcher(answer);
      assertThat(id.find()).isTrue();
      return id.group();
    }

    /** Status line, headers and as much body as they say. */
    private static String read(InputStream in) throws IOException {
      var head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        assertThat(next).as("the connection is open").isNotNegative();
        head.append((char) next);
      }
      Matcher length = LENGTH.matcher(head);
      byte[] body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
      return head + new String(body, StandardCharsets.ISO_8859_1);
    }
  }
}
