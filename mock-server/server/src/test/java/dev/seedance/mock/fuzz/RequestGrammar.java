package dev.seedance.mock.fuzz;

import java.util.List;
import java.util.Random;

/** Makes requests: as HTTP has them, with hostile values in the places of values. */
final class RequestGrammar {

  /** Routes with and without parameters; "~" stands for anything. */
  private static final List<String> ROUTES =
      List.of(
          "/",
          "/docs",
          "/openapi.json",
          "/dashboard/~",
          "/v1/videos/generations",
          "/v1/videos/generations/~",
          "/v1/balance",
          "/v1/user/balance",
          "/balance",
          "/v1/pricing",
          "/v1/models",
          "/v1/uploads/images",
          "/v1/uploads/videos",
          "/v1/videos/doubao-seedance-2-0/private-avatar/groups",
          "/v1/videos/doubao-seedance-2-0/private-avatar/assets",
          "/v1/videos/doubao-seedance-2-0/private-avatar/assets/~",
          "/_mock/health",
          "/_mock/clock",
          "/_mock/clock/advance",
          "/_mock/clock/advance-to-next",
          "/_mock/capabilities",
          "/_mock/events",
          "/_mock/scenarios",
          "/_mock/scenarios/~",
          "/_mock/tasks",
          "/_mock/tasks/~",
          "/_mock/tasks/~/outcome",
          "/_mock/requests",
          "/_mock/webhooks",
          "/_mock/webhooks/deliveries/~/redeliver",
          "/_mock/validate",
          "/_mock/snapshot",
          "/files/~/~/0.mp4",
          "/uploads/~/~",
          "/~");

  private static final List<String> METHODS =
      List.of(
          "GET", "GET", "POST", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE",
          "BREW");

  private static final List<String> QUERIES =
      List.of("", "", "", "", "?~", "?limit=~", "?limit=1&limit=2", "?a=%2f", "?status=~");

  private static final List<String> HEADERS =
      List.of(
          "Content-Type: ~",
          "Content-Type: application/json",
          "Content-Type: multipart/form-data; boundary=~",
          "Content-Type: text/plain; charset=~",
          "Accept: ~",
          "Accept: text/html, */*;q=0.1",
          "Accept-Encoding: gzip, ~",
          "Accept-Language: ~",
          "Accept-Charset: ~",
          "Content-Encoding: gzip",
          "Content-Encoding: ~",
          "Authorization: ~",
          "X-Mock-Scenario: ~",
          "X-Mock-Scenario: flaky-polls",
          "Range: bytes=~",
          "If-None-Match: ~",
          "If-Modified-Since: ~",
          "If-Range: ~",
          "Origin: ~",
          "Origin: null",
          "Access-Control-Request-Method: ~",
          "Cookie: ~",
          "Connection: keep-alive, ~",
          "Connection: close",
          "Forwarded: host=~",
          "X-Forwarded-Host: ~",
          "X-HTTP-Method-Override: ~",
          "Upgrade: h2c",
          "Expect: ~");

  private static final List<String> BODIES =
      List.of(
          "",
          "{}",
          "[]",
          "null",
          "\"~\"",
          "{\"model\":\"seedance-2\",\"prompt\":\"x\"}",
          "{\"model\":\"seedance-2\",\"prompt\":\"[mock:~]\"}",
          "{\"model\":\"seedance-2\",\"prompt\":\"~\",\"client_business_id\":\"~\"}",
          "{\"model\":\"~\",\"duration\":~,\"seed\":1e400}",
          "{\"name\":\"~\",\"match\":{\"prompt\":\"~\"},\"faults\":[{\"on\":\"poll\"}]}",
          "{\"name\":\"a\",\"timeline\":{\"queued\":\"~\"}}",
          "{\"version\":1,\"parts\":{\"tasks\":[{}]}}",
          "{\"version\":1,\"parts\":{\"~\":{}}}",
          "{\"mode\":\"~\",\"scale\":1e999,\"now\":\"+999999999-12-31T00:00:00Z\"}",
          "{\"by\":\"PT2562047788015215H\"}",
          "{\"status\":\"failed\",\"error\":null}",
          "{\"secret\":\"~\",\"default_url\":\"~\",\"enabled\":3}",
          "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"~\"\r\n\r\nGIF89a~\r\n--x--",
          "[".repeat(5_000),
          "\u001f\u008b\u0008\u0000~",
          "~");

  private static final List<String> TEXTS =
      List.of(
          "",
          "x",
          "0",
          "-1",
          "../../etc/passwd",
          "%2e%2e%2f",
          "%00",
          "%C3%A9%F0%9F%98%80",
          "${jndi:x}",
          "__proto__",
          ",",
          ";",
          "*".repeat(300),
          "9".repeat(400),
          "x".repeat(6_000));

  /**
   * The characters that a header, a path and a JSON string may hold without breaking the request.
   */
  private static final String SAFE = "abcXYZ0189-_.~!$&'()*+,;=:@/";

  private final Random random;

  RequestGrammar(Random random) {
    this.random = random;
  }

  /** Makes a request that ends where it says. */
  FuzzedRequest next() {
    String body = random.nextInt(3) == 0 ? "" : filled(one(BODIES));
    var head = new StringBuilder();
    head.append(one(METHODS)).append(' ');
    head.append(filled(one(ROUTES)).replace("//", "/")).append(filled(one(QUERIES)));
    head.append(random.nextInt(12) == 0 ? " HTTP/1.0\r\n" : " HTTP/1.1\r\n");
    head.append("Host: localhost\r\nAuthorization: Bearer fuzz\r\n");
    for (int i = random.nextInt(5); i > 0; i--) {
      head.append(filled(one(HEADERS))).append("\r\n");
    }
    boolean chunked = head.indexOf("HTTP/1.1") > 0 && random.nextInt(4) == 0;
    return new FuzzedRequest(head + (chunked ? chunked(body) : plain(body)), true);
  }

  private static String plain(String body) {
    return "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private String chunked(String body) {
    var chunks = new StringBuilder("Transfer-Encoding: chunked\r\n\r\n");
    int from = 0;
    while (from < body.length()) {
      int length = 1 + random.nextInt(Math.min(body.length() - from, 500));
      chunks.append(Integer.toHexString(length)).append(random.nextInt(9) == 0 ? ";a=b" : "");
      chunks.append("\r\n").append(body, from, from + length).append("\r\n");
      from += length;
    }
    return chunks.append("0\r\n\r\n").toString();
  }

  /** Puts anything in the place of each "~". */
  private String filled(String template) {
    var text = new StringBuilder();
    template.chars().forEach(c -> text.append(c == '~' ? value() : Character.toString(c)));
    return text.toString();
  }

  private String value() {
    if (random.nextBoolean()) {
      return one(TEXTS);
    }
    var text = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      text.append(SAFE.charAt(random.nextInt(SAFE.length())));
    }
    return text.toString();
  }

  private String one(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
