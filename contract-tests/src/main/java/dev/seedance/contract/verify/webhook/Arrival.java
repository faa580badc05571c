package dev.seedance.contract.verify.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that the receiver got.
 *
 * @param at when
 * @param method its HTTP method
 * @param headers the first value of each header; names differ whatever their case
 * @param body its bytes
 * @param answered the status that it was answered with
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Arrival(
    Instant at, String method, Map<String, String> headers, byte[] body, int answered) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A header, null where it is missing. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body as JSON; a missing node where it is none. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can't be read", e);
    }
  }
}
