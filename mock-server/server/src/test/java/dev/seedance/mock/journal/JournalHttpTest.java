package dev.seedance.mock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.Calls;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import dev.seedance.mock.TestTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JournalHttpTest {

  private static final String REQUEST = "{\"model\":\"seedance-2\",\"prompt\":\"x\"}";

  @RegisterExtension
  static final TestServer server =
      TestServer.with("--max-journal-entries=3", "--max-journal-bytes=20000").at(new TestTime());

  @Test
  void keeps_each_request_and_its_response() {
    var caller = server.as("key-that-is-secret");
    Response submitted = caller.submit(REQUEST);
    JsonNode entry = journal(caller, "").at("/requests/0");
    assertThat(entry.path("number").longValue()).isEqualTo(1);
    assertThat(entry.path("at").textValue()).isEqualTo("2026-11-23T12:00:00Z");
    assertThat(entry.path("method").textValue()).isEqualTo("POST");
    assertThat(entry.path("path").textValue()).isEqualTo("/v1/videos/generations");
    assertThat(entry.path("query").textValue()).isEmpty();
    assertThat(entry.path("body").textValue()).isEqualTo(REQUEST);
    assertThat(entry.path("body_bytes").longValue()).isEqualTo(REQUEST.length());
    assertThat(entry.path("status").intValue()).isEqualTo(200);
    assertThat(entry.path("request_id").textValue()).isEqualTo(submitted.header("X-Request-Id"));
    assertThat(entry.at("/headers/content-type/0").textValue()).isEqualTo("application/json");
    assertThat(entry.at("/headers/authorization/0").textValue()).isEqualTo("[redacted]");
    assertThat(entry.toString()).doesNotContain("key-that-is-secret");
  }

  @Test
  void redacts_secrets_in_the_query() {
    server.get("/v1/balance?api_key=sk-1&page=2&access_token=sk-2");
    assertThat(journal("").at("/requests/0/query").textValue())
        .isEqualTo("api_key=[redacted]&page=2&access_token=[redacted]");
  }

  @Test
  void finds_by_path_method_and_status() {
    server.submit(REQUEST);
    server.submit("{}");
    server.poll("unknown");
    assertThat(journal("?status=400").path("requests")).hasSize(1);
    assertThat(journal("?method=get").path("requests")).hasSize(1);
    assertThat(journal("?path=/v1/videos/generations").path("requests")).hasSize(2);
    assertThat(journal("?path=/v1/videos/*").path("requests")).hasSize(3);
    assertThat(journal("?path=/v1/videos/*&method=POST&status=200").path("requests")).hasSize(1);
    assertThat(server.get("/_mock/requests?status=many").status()).isEqualTo(400);
  }

  @Test
  void keeps_the_newest_and_counts_on() {
    for (int i = 0; i < 5; i++) {
      server.poll("unknown-" + i);
    }
    JsonNode journal = journal("");
    assertThat(journal.path("recorded").longValue()).isEqualTo(5);
    assertThat(journal.path("requests").findValuesAsText("number")).containsExactly("3", "4", "5");
  }

  @Test
  void keeps_the_first_part_of_a_long_body() {
    String prompt = "ü".repeat(10_000);
    server.submit("{\"model\":\"seedance-2\",\"prompt\":\"" + prompt + "\"}");
    JsonNode entry = journal("").at("/requests/0");
    assertThat(entry.path("body").textValue()).hasSizeLessThan(4_200).startsWith("{\"model\"");
    assertThat(entry.path("body_bytes").longValue()).isGreaterThan(20_000);
  }

  @Test
  void is_bounded_in_bytes() {
    String prompt = "x".repeat(10_000);
    for (int i = 0; i < 3; i++) {
      server.send(server.keyed("/v1/balance").header("X-Long", prompt));
    }
    assertThat(journal("").path("requests")).hasSize(1);
  }

  @Test
  void forgets_when_told_to() {
    server.poll("unknown");
    Response cleared = server.delete("/_mock/requests");
    assertThat(cleared.status()).isEqualTo(204);
    assertThat(journal("").path("requests")).isEmpty();
    server.poll("unknown");
    assertThat(journal("").at("/requests/0/number").longValue()).isEqualTo(2);
  }

  @Test
  void belongs_to_a_key() {
    server.poll("unknown");
    assertThat(journal(server.as("yours"), "").path("requests")).isEmpty();
    assertThat(server.getWithoutKey("/_mock/requests").status()).isEqualTo(401);
  }

  private static JsonNode journal(String query) {
    return journal(server, query);
  }

  private static JsonNode journal(Calls calls, String query) {
    return calls.get("/_mock/requests" + query).json();
  }
}
