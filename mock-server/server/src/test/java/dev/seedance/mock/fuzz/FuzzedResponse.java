package dev.seedance.mock.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The first response of a connection.
 *
 * @param rest the bytes after it
 */
record FuzzedResponse(int status, Map<String, String> headers, String body, String rest) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3}) [ -~]*");
  private static final Pattern HEADER =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+): ?([^\\r\\n]*)");
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\tat |dev\\.seedance|com\\.fasterxml|io\\.micronaut|io\\.netty|java\\.[a-z]+\\.");

  /** Reads a response; null if it is not complete. */
  static @Nullable FuzzedResponse of(String bytes, boolean isHead) {
    int end = bytes.indexOf("\r\n\r\n");
    if (end < 0) {
      return null;
    }
    String[] lines = bytes.substring(0, end).split("\r\n", -1);
    Matcher first = LINE.matcher(lines[0]);
    assertThat(first.matches()).as("the first line '%s'", lines[0]).isTrue();
    Map<String, String> headers = new TreeMap<>();
    for (String line : Arrays.copyOfRange(lines, 1, lines.length)) {
      Matcher header = HEADER.matcher(line);
      assertThat(header.matches()).as("the header '%s'", line).isTrue();
      headers.put(header.group(1).toLowerCase(Locale.ROOT), header.group(2));
    }
    int status = Integer.parseInt(first.group(1));
    String content = bytes.substring(end + 4);
    if (status == 100) {
      return of(content, isHead);
    }
    if (isHead || status == 204 || status == 304 || isStream(headers)) {
      return new FuzzedResponse(status, headers, "", content);
    }
    if ("chunked".equals(headers.get("transfer-encoding"))) {
      return content.contains("0\r\n\r\n")
          ? new FuzzedResponse(status, headers, content, "")
          : null;
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return content.length() < length
        ? null
        : new FuzzedResponse(
            status,
            headers,
            decoded(content.substring(0, length), headers),
            content.substring(length));
  }

  private static String decoded(String content, Map<String, String> headers) {
    if (!"gzip".equals(headers.get("content-encoding"))) {
      return content;
    }
    var bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1));
    try (var decoded = new GZIPInputStream(bytes)) {
      return new String(decoded.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isStream(Map<String, String> headers) {
    return headers.getOrDefault("content-type", "").startsWith("text/event-stream");
  }

  /** Checks what every response promises. */
  void check(boolean isHead) throws IOException {
    assertThat(headers).containsKey("x-request-id");
    assertThat(INSIDE.matcher(body).find()).as("names of classes in the body").isFalse();
    if (status >= 400 && !isHead) {
      assertThat(headers.get("content-type")).startsWith("application/json");
      JsonNode error = JSON.readTree(body.getBytes(StandardCharsets.ISO_8859_1));
      boolean shaped = error.at("/error/code").isTextual() && error.at("/error/type").isTextual();
      assertThat(shaped || error.path("success").isBoolean()).as("the shape of %s", error).isTrue();
      assertThat(error.at("/error/message").asText() + error.path("message").asText()).isNotBlank();
    }
    if (status >= 500) {
      assertThat(status).isEqualTo(503);
      assertThat(body).contains("rate_limit_unavailable");
    }
  }
}
