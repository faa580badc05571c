package dev.seedance.mock.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.HttpCalls.Answer;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.time.ClockSetting;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotHttpTest {

  private static final String KEY = "saved";
  private static final String REQUEST =
      "{\"model\":\"seedance-2\",\"prompt\":\"[mock:flaky-polls]\",\"client_business_id\":\"o-1\"}";

  private static MockServer server;
  private static MockServer other;

  @BeforeAll
  static void start() {
    server = start("2026-01-01T00:00:00Z");
    other = start("2027-01-01T00:00:00Z");
  }

  @AfterAll
  static void stop() {
    server.close();
    other.close();
  }

  @BeforeEach
  void begin_anew() {
    server.withApiKey(KEY).reset();
    other.withApiKey(KEY).reset();
  }

  @Test
  void another_server_goes_on_where_the_snapshot_was_taken() {
    var here = new HttpCalls(server.baseUrl());
    var there = new HttpCalls(other.baseUrl());
    String id = here.submit(KEY, REQUEST).text("/id");
    here.poll(KEY, id);
    byte[] snapshot = get(here).body();

    assertThat(put(there, snapshot).status()).isEqualTo(204);
    assertThat(get(there).json().path("parts").path("tasks"))
        .isEqualTo(get(here).json().path("parts").path("tasks"));
    assertThat(there.poll(KEY, "o-1").status()).isEqualTo(429);
    assertThat(there.submit(KEY, REQUEST).header("X-Mock-Replayed")).isEqualTo("true");
    here.poll(KEY, id);
    here.submit(KEY, REQUEST);
    String next = "{\"model\":\"seedance-2\",\"prompt\":\"x\"}";
    assertThat(there.submit(KEY, next).text("/id")).isEqualTo(here.submit(KEY, next).text("/id"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                                          | it is no JSON
          []                                         | its 'version' is null; expected 1
          {"version":2,"parts":{}}                   | its 'version' is 2; expected 1
          {"version":1}                              | it has no object 'parts'
          {"version":1,"parts":{}                    | it is no JSON, or not the whole of it
          {"version":1,"parts":[]}                   | it has no object 'parts'
          {"version":[1],"parts":{}}                 | its 'version' is
          {"version":1,"parts":{},"part":{}}         | unknown member 'part'; known: parts, version
          {"version":1,"parts":{"nonsense":{}}}      | unknown part 'nonsense'; known:
          {"version":1,"parts":{"tasks":[{}]}}       | part 'tasks': a required member is missing
          {"version":1,"parts":{"tasks":null}}       | part 'tasks': it is null
          {"version":1,"parts":{"tasks":[null]}}     | part 'tasks':
          {"version":1,"parts":{"tasks":{}}}         | part 'tasks': expected an array
          {"version":1,"parts":{"clock":{"setting":"x0","now":"2026-01-01T00:00:00Z"}}} | part 'clock': clock rate
          {"version":1,"parts":{"clock":{"setting":"auto","now":"+999999999-01-01T00:00:00Z"}}} | part 'clock': 'now'
          {"version":1,"parts":{"clock":{"setting":"auto","now":"today"}}} | part 'clock': expected an instant
          {"version":1,"parts":{"counters":{"draws":-1,"requests":0}}} | part 'counters': counters are 0 or more
          {"version":1,"parts":{"uploads":[{"id":"upload_01ARYZ6S410000000000000000","content":"R0lG"}]}} | is of no type
          {"version":1,"parts":{"uploads":[{"id":"../../etc/passwd","content":"R0lGODlh"}]}} | 'id' is not that of an upload
          {"version":1,"parts":{"uploads":[{"id":"upload_01ARYZ6S410000000000000000","content":"?"}]}} | part 'uploads': expected bytes in base64
          {"version":1,"parts":{"journal":{"recorded":0,"calls":[{"at":"","method":"","path":"","query":"","headers":{},"body":"","body_bytes":0,"status":0,"request_id":""}]}}} | 'recorded' is 0, but there are 1 'calls'
          {"version":1,"parts":{"scenarios":{}}}     | part 'scenarios': a required member
          {"version":1,"parts":{"scenarios":{"own":[{"name":"A"}],"counts":{}}}} | expected 1 to 40
          """)
  void what_can_not_be_restored_is_400_and_changes_nothing(String document, String why) {
    var here = new HttpCalls(server.baseUrl());
    here.submit(KEY, REQUEST);
    Answer refused = put(here, document.getBytes(StandardCharsets.UTF_8));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/error/message"))
        .startsWith("this snapshot can't be restored: ")
        .contains(why)
        .doesNotContain("dev.seedance", "com.fasterxml");
    assertThat(get(here).json().path("parts").path("tasks")).hasSize(1);
  }

  private static MockServer start(String instant) {
    return MockServer.start(
        MockOptions.builder().clock(ClockSetting.AUTO).clockStart(Instant.parse(instant)).build());
  }

  private static Answer get(HttpCalls calls) {
    return calls.send(calls.request("/_mock/snapshot").header("Authorization", "Bearer " + KEY));
  }

  private static Answer put(HttpCalls calls, byte[] document) {
    return calls.send(
        calls
            .request("/_mock/snapshot")
            .header("Authorization", "Bearer " + KEY)
            .PUT(BodyPublishers.ofByteArray(document)));
  }
}
