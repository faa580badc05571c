package dev.seedance.mock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.HttpCalls.Answer;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.TestTime;
import dev.seedance.mock.options.Bounds;
import dev.seedance.mock.options.MockOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JournalHttpTest {

  private static final String REQUEST = "{\"model\":\"seedance-2\",\"prompt\":\"x\"}";

  private static MockServer server;
  private static HttpCalls calls;

  @BeforeAll
  static void start() {
    var bounds = Bounds.builder().maxJournalEntries(3).maxJournalBytes(20_000).build();
    server = MockServer.start(MockOptions.builder().bounds(bounds).build(), new TestTime());
    calls = new HttpCalls(server.baseUrl());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void keeps_what_was_sent_and_how_it_was_answered() {
    Answer submitted = calls.submit("key-that-is-secret", REQUEST);
    JsonNode entry = journal("key-that-is-secret", "").at("/requests/0");
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
    calls.send(
        calls
            .request("/v1/balance?api_key=sk-1&page=2&access_token=sk-2")
            .header("Authorization", "Bearer query"));
    assertThat(journal("query", "").at("/requests/0/query").textValue())
        .isEqualTo("api_key=[redacted]&page=2&access_token=[redacted]");
  }

  @Test
  void finds_by_path_method_and_status() {
    calls.submit("filter", REQUEST);
    calls.submit("filter", "{}");
    calls.poll("filter", "unknown");
    assertThat(journal("filter", "?status=400").path("requests")).hasSize(1);
    assertThat(journal("filter", "?method=get").path("requests")).hasSize(1);
    assertThat(journal("filter", "?path=/v1/videos/generations").path("requests")).hasSize(2);
    assertThat(journal("filter", "?path=/v1/videos/*").path("requests")).hasSize(3);
    assertThat(journal("filter", "?path=/v1/videos/*&method=POST&status=200").path("requests"))
        .hasSize(1);
    assertThat(get("filter", "?status=many").status()).isEqualTo(400);
  }

  @Test
  void keeps_the_newest_and_counts_on() {
    for (int i = 0; i < 5; i++) {
      calls.poll("ring", "unknown-" + i);
    }
    JsonNode journal = journal("ring", "");
    assertThat(journal.path("recorded").longValue()).isEqualTo(5);
    assertThat(journal.path("requests").findValuesAsText("number")).containsExactly("3", "4", "5");
  }

  @Test
  void keeps_the_first_part_of_a_long_body() {
    String prompt = "ü".repeat(10_000);
    calls.submit("long", "{\"model\":\"seedance-2\",\"prompt\":\"" + prompt + "\"}");
    JsonNode entry = journal("long", "").at("/requests/0");
    assertThat(entry.path("body").textValue()).hasSizeLessThan(4_200).startsWith("{\"model\"");
    assertThat(entry.path("body_bytes").longValue()).isGreaterThan(20_000);
  }

  @Test
  void is_bounded_in_bytes() {
    String prompt = "x".repeat(10_000);
    for (int i = 0; i < 3; i++) {
      calls.send(
          calls
              .request("/v1/balance")
              .header("Authorization", "Bearer bytes")
              .header("X-Long", prompt));
    }
    assertThat(journal("bytes", "").path("requests")).hasSize(1);
  }

  @Test
  void forgets_when_told_to() {
    calls.poll("forget", "unknown");
    Answer cleared =
        calls.send(
            calls.request("/_mock/requests").header("Authorization", "Bearer forget").DELETE());
    assertThat(cleared.status()).isEqualTo(204);
    assertThat(journal("forget", "").path("requests")).isEmpty();
    calls.poll("forget", "unknown");
    assertThat(journal("forget", "").at("/requests/0/number").longValue()).isEqualTo(2);
  }

  @Test
  void belongs_to_a_key() {
    calls.poll("mine", "unknown");
    assertThat(journal("yours", "").path("requests")).isEmpty();
    assertThat(calls.send(calls.request("/_mock/requests")).status()).isEqualTo(401);
  }

  private static JsonNode journal(String key, String query) {
    return get(key, query).json();
  }

  private static Answer get(String key, String query) {
    return calls.send(
        calls.request("/_mock/requests" + query).header("Authorization", "Bearer " + key));
  }
}
