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
 * @param at the instant of its arrival
 * @param method its HTTP method
 * @param headers the first value of each header; names differ whatever their case
 * @param body its bytes
 * @param answered the status of the response
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Arrival(
    Instant at, String method, Map<String, String> headers, byte[] body, int answered) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Returns a header, null if it is missing. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /** Returns the body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Returns the body as JSON; a missing node if it is none. */
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
