package dev.seedance.mock.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import dev.seedance.spec.ApiSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotHttpTest {

  private static final String SNAPSHOT = "/_mock/snapshot";
  private static final String REQUEST =
      "{\"model\":\"seedance-2\",\"prompt\":\"[mock:flaky-polls]\",\"client_business_id\":\"o-1\"}";

  @RegisterExtension static final TestServer here = startingAt("2026-01-01T00:00:00Z");
  @RegisterExtension static final TestServer there = startingAt("2027-01-01T00:00:00Z");

  @Test
  void another_server_continues_from_a_snapshot() {
    String id = here.submit(REQUEST).text("/id");
    here.poll(id);
    byte[] snapshot = here.get(SNAPSHOT).body();

    assertThat(there.put(SNAPSHOT, snapshot).status()).isEqualTo(204);
    assertThat(there.get(SNAPSHOT).json().path("parts").path("tasks"))
        .isEqualTo(here.get(SNAPSHOT).json().path("parts").path("tasks"));
    assertThat(there.poll("o-1").status()).isEqualTo(429);
    assertThat(there.submit(REQUEST).header("X-Mock-Replayed")).isEqualTo("true");
    here.poll(id);
    here.submit(REQUEST);
    String next = "{\"model\":\"seedance-2\",\"prompt\":\"x\"}";
    assertThat(there.submit(next).text("/id")).isEqualTo(here.submit(next).text("/id"));
  }

  @Test
  void a_snapshot_from_before_revisions_and_formats_is_restored() {
    String id = here.submit(REQUEST).text("/id");
    String old =
        here.get(SNAPSHOT)
            .text()
            .replaceAll("\"(revision|format)\":\"[a-z0-9-]+\",?", "")
            .replaceAll("\"revision\":\\{[^}]*},?", "")
            .replace(",}", "}");

    assertThat(there.put(SNAPSHOT, old).status()).isEqualTo(204);
    Response task = there.get("/_mock/tasks/" + id);
    assertThat(old).contains(id).doesNotContain("revision\"", "format\"");
    assertThat(task.text("/request/revision")).isEqualTo(ApiSpec.defaultRevision());
    assertThat(there.get("/_mock/revision").text("/revision")).isEqualTo(ApiSpec.defaultRevision());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                                          | it is no JSON
          []                                         | its 'version' is null; expected 1
          {"version":2,"parts":{}}                   | its 'version' is 2; expected 1
          {"version":"1","parts":{}}                 | its 'version' is "1"; expected 1
          {"version":1}                              | it has no object 'parts'
          {"version":1,"parts":{}} {}                | more follows after its end
          {"version":1,"parts":{}} x                 | it is no JSON, or not the whole of it
          {"version":1,"parts":{}                    | it is no JSON, or not the whole of it
          {"version":1,"parts":[]}                   | it has no object 'parts'
          {"version":[1],"parts":{}}                 | its 'version' is
          {"version":1,"parts":{},"part":{}}         | unknown member; known: parts, version (at /part)
          {"version":1,"parts":{"nonsense":{}}}      | unknown part; known:
          {"version":1,"parts":{"tasks":[{}]}}       | part 'tasks': a required member is missing: 'id' (at /parts/tasks/0/id)
          {"version":1,"parts":{"tasks":null}}       | part 'tasks': it is null
          {"version":1,"parts":{"tasks":[null]}}     | part 'tasks':
          {"version":1,"parts":{"tasks":{}}}         | part 'tasks': expected an array
          {"version":1,"parts":{"clock":{"setting":"x0","now":"2026-01-01T00:00:00Z"}}} | part 'clock': clock rate
          {"version":1,"parts":{"clock":{"setting":"auto","now":"+999999999-01-01T00:00:00Z"}}} | part 'clock': expected an instant from 1970 to 9999 such as "2026-01-01T00:00:00Z" (at /parts/clock/now)
          {"version":1,"parts":{"clock":{"setting":"auto","now":"9004-01-01T00:00:00Z"}}} | part 'clock': 'now'
          {"version":1,"parts":{"clock":{"setting":"auto","now":"today"}}} | part 'clock': expected an instant
          {"version":1,"parts":{"counters":{"draws":-1,"requests":0}}} | part 'counters': 'draws' is -1; expected a count from 0
          {"version":1,"parts":{"uploads":[{"id":"upload_01ARYZ6S410000000000000000","content":"R0lG"}]}} | is of no type
          {"version":1,"parts":{"uploads":[{"id":"../../etc/passwd","content":"R0lGODlh"}]}} | 'id' is not that of an upload
          {"version":1,"parts":{"uploads":[{"id":"upload_01ARYZ6S410000000000000000","content":"?"}]}} | part 'uploads': expected bytes in base64
          {"version":1,"parts":{"journal":{"recorded":0,"calls":[{"at":"2026-01-01T00:00:00Z","method":"","path":"","query":"","headers":{},"body":"","body_bytes":0,"status":0,"request_id":""}]}}} | 'recorded' is 0, but there are 1 'calls'
          {"version":1,"parts":{"scenarios":{}}}     | part 'scenarios': a required member
          {"version":1,"parts":{"scenarios":{"own":[{"name":"A"}],"counts":{}}}} | expected 1 to 40
          """)
  void a_broken_snapshot_is_400_and_changes_nothing(String document, String why) {
    here.submit(REQUEST);
    Response refused = here.put(SNAPSHOT, document);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/error/message"))
        .startsWith("this snapshot can't be restored: ")
        .contains(why)
        .doesNotContain("dev.seedance", "com.fasterxml");
    assertThat(here.get(SNAPSHOT).json().path("parts").path("tasks")).hasSize(1);
  }

  private static TestServer startingAt(String instant) {
    return TestServer.with("--clock=auto", "--clock-start=" + instant);
  }
}
