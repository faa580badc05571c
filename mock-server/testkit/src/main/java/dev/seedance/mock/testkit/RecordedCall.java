package dev.seedance.mock.testkit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A call of the API that the server has answered. Immutable; secrets are redacted. */
public final class RecordedCall {

  private final JsonObject json;

  private RecordedCall(JsonObject json) {
    this.json = json;
  }

  static List<RecordedCall> all(ControlPlane control) {
    return control.get("/requests").objects("requests").stream().map(RecordedCall::new).toList();
  }

  /** Returns 1 for the first call of the sandbox. */
  public long number() {
    return json.number("number").longValueExact();
  }

  /** Returns when it was answered, in sandbox time. */
  public Instant at() {
    return json.instant("at");
  }

  /** Returns the HTTP method, such as {@code POST}. */
  public String method() {
    return json.text("method");
  }

  /** Returns the path as it was sent, percent-encoded. */
  public String path() {
    return json.text("path");
  }

  /** Returns the query as it was sent; empty text when there was none. */
  public String query() {
    return json.text("query");
  }

  /** Returns the request's headers by lower-case name. */
  public Map<String, List<String>> headers() {
    JsonObject headers = json.object("headers");
    Map<String, List<String>> all = new LinkedHashMap<>();
    headers
        .members()
        .keySet()
        .forEach(name -> all.put(name, headers.list(name).stream().map(String::valueOf).toList()));
    return all;
  }

  /** Returns the first value of a header, by its name in any case; empty when there was none. */
  public Optional<String> header(String name) {
    return headers().getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** Returns the request's body, its first 4 KiB; empty text for an upload. */
  public String body() {
    return json.text("body");
  }

  /** Returns the length of the request's body in bytes; -1 when the caller did not say. */
  public long bodyBytes() {
    return json.number("body_bytes").longValueExact();
  }

  /** Returns the HTTP status of the response. */
  public int status() {
    return json.number("status").intValueExact();
  }

  /** Returns the response's {@code X-Request-Id}. */
  public String requestId() {
    return json.text("request_id");
  }

  /** Returns a line such as {@code POST /v1/videos/generations -> 200}. */
  @Override
  public String toString() {
    return method() + " " + path() + (query().isEmpty() ? "" : "?" + query()) + " -> " + status();
  }
}
