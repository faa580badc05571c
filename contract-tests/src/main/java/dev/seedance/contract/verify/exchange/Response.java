package dev.seedance.contract.verify.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * An HTTP response.
 *
 * @param status the HTTP status
 * @param headers the first value of a header, whatever the case of its name
 * @param body the bytes, as far as they were read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Response(int status, Function<String, Optional<String>> headers, byte[] body) {

  /** Returns the first value of a header. */
  public Optional<String> header(String name) {
    return headers.apply(name);
  }

  /** Returns the body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Returns the type of the body in lower case, without parameters; empty if there is none. */
  public String contentType() {
    String type = header("Content-Type").orElse("");
    return type.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
  }
}
