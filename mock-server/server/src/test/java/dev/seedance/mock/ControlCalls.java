package dev.seedance.mock;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.TestInfo;

/** Calls the control plane with one key, as any client would. */
public record ControlCalls(HttpCalls calls, String key) {

  /** Calls with a key of the test's own, so that it has a sandbox of its own. */
  public static ControlCalls of(HttpCalls calls, TestInfo test) {
    String name = test.getTestClass() + test.getDisplayName() + test.getTestMethod();
    return new ControlCalls(calls, "key-" + Integer.toHexString(name.hashCode()));
  }

  /** Reads a route below {@code /_mock}. */
  public HttpCalls.Answer get(String route) {
    return send("GET", route, "");
  }

  /** Posts JSON to a route below {@code /_mock}. */
  public HttpCalls.Answer post(String route, String body) {
    return send("POST", route, body);
  }

  /** Puts JSON to a route below {@code /_mock}. */
  public HttpCalls.Answer put(String route, String body) {
    return send("PUT", route, body);
  }

  /** Advances the clock by an ISO 8601 duration. */
  public HttpCalls.Answer advance(String by) {
    return post("/clock/advance", "{\"by\":\"" + by + "\"}");
  }

  private HttpCalls.Answer send(String method, String route, String body) {
    return calls.send(
        calls
            .request("/_mock" + route)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }
}
