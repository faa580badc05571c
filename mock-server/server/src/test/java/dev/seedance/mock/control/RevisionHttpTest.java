package dev.seedance.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import dev.seedance.spec.ApiSpec;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sandboxes of one server under different revisions. */
class RevisionHttpTest {

  @RegisterExtension static final TestServer server = TestServer.with();

  /** Valid from 2026-08 on. */
  private static final String ADAPTIVE =
      """
      {"model":"seedance-2","prompt":"x","aspect_ratio":"adaptive"}""";

  private static final String NEWEST = ApiSpec.revision(ApiSpec.LATEST);

  @Test
  void a_sandbox_begins_with_the_server_s_revision() {
    Response shown = server.get("/_mock/revision");
    assertThat(shown.text("/revision")).isEqualTo(ApiSpec.defaultRevision());
    assertThat(shown.json().path("known")).hasSize(ApiSpec.revisions().size());
    assertThat(server.submit(ADAPTIVE).status()).isEqualTo(400);
  }

  @Test
  void a_refusal_tells_since_when_the_request_is_accepted() {
    Response refused = server.submit(ADAPTIVE);
    assertThat(refused.text("/error/violations/0/accepted_since")).isEqualTo("2026-08");
    assertThat(refused.text("/error/message"))
        .contains("accepted since revision 2026-08: --revision");
    assertThat(server.submit("{}").json().at("/error/violations/0").has("accepted_since"))
        .isFalse();
  }

  @Test
  void a_sandbox_follows_another_revision_and_the_others_do_not() {
    Response changed = change("latest");
    assertThat(changed.text("/revision")).isEqualTo(NEWEST);
    assertThat(server.submit(ADAPTIVE).status()).isEqualTo(200);
    assertThat(server.get("/_mock/capabilities").text("/revision")).isEqualTo(NEWEST);
    assertThat(server.get("/_mock/health").text("/revision")).isEqualTo(NEWEST);
    assertThat(server.post("/_mock/validate", ADAPTIVE).json().path("valid").booleanValue())
        .isTrue();

    var other = server.as("another-key");
    assertThat(other.submit(ADAPTIVE).status()).isEqualTo(400);
    assertThat(server.getWithoutKey("/_mock/health").text("/revision"))
        .isEqualTo(ApiSpec.defaultRevision());
  }

  @Test
  void a_reset_returns_to_the_server_s_revision() {
    change("latest");
    server.post("/_mock/reset", "");
    assertThat(server.get("/_mock/revision").text("/revision"))
        .isEqualTo(ApiSpec.defaultRevision());
  }

  @Test
  void a_snapshot_keeps_the_revision_and_that_of_each_task() {
    change("latest");
    String id = server.submit(ADAPTIVE).text("/id");
    byte[] snapshot = server.get("/_mock/snapshot").body();
    server.post("/_mock/reset", "");

    assertThat(server.put("/_mock/snapshot", snapshot).status()).isEqualTo(204);
    assertThat(server.get("/_mock/revision").text("/revision")).isEqualTo(NEWEST);
    change("2026-06");
    assertThat(reportOf(id).path("valid").booleanValue()).isTrue();
  }

  @Test
  void the_header_is_for_one_submit() {
    String id = submit(ADAPTIVE, "latest").text("/id");
    assertThat(reportOf(id).path("valid").booleanValue()).isTrue();
    assertThat(server.submit(ADAPTIVE).status()).isEqualTo(400);
    assertThat(server.get("/_mock/revision").text("/revision"))
        .isEqualTo(ApiSpec.defaultRevision());
  }

  @Test
  void the_header_is_for_one_validation() {
    Response report = send("/_mock/validate", ADAPTIVE, "2026-08");
    assertThat(report.json().path("valid").booleanValue()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/_mock/validate", "/v1/videos/generations"})
  void an_unknown_name_in_the_header_is_400(String path) {
    Response refused = send(path, ADAPTIVE, "2025-01");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/error/code")).isEqualTo("invalid_request");
    assertThat(refused.text("/error/param")).isEqualTo("X-Mock-Revision");
    assertThat(refused.text("/error/message"))
        .startsWith("header X-Mock-Revision: unknown contract revision '2025-01'; known: 2026-06, ")
        .endsWith(", latest");
  }

  @Test
  void an_unknown_name_is_400_and_changes_nothing() {
    change("latest");
    Response refused = change("2025-01");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/error/message"))
        .startsWith("unknown contract revision '2025-01'; known: 2026-06, ");
    assertThat(server.get("/_mock/revision").text("/revision")).isEqualTo(NEWEST);
  }

  @Test
  void a_body_without_a_name_is_400() {
    Response refused = server.put("/_mock/revision", "{}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/error/message")).contains("revision is missing");
  }

  @Test
  void every_known_revision_can_be_set() {
    List<String> shown =
        ApiSpec.revisions().stream().map(name -> change(name).text("/revision")).toList();
    assertThat(shown).isEqualTo(ApiSpec.revisions());
  }

  private static Response change(String revision) {
    return server.put("/_mock/revision", "{\"revision\":\"" + revision + "\"}");
  }

  private static Response submit(String body, String revision) {
    return send("/v1/videos/generations", body, revision);
  }

  private static Response send(String path, String body, String revision) {
    return server.send(
        server.keyed(path).header("X-Mock-Revision", revision).POST(BodyPublishers.ofString(body)));
  }

  /** Returns the report on the request of a task, which is made anew under the task's revision. */
  private static JsonNode reportOf(String id) {
    return server.get("/_mock/tasks/" + id).json().at("/request/report");
  }
}
