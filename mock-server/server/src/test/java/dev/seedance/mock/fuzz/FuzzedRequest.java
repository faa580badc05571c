package dev.seedance.mock.fuzz;

import java.nio.charset.StandardCharsets;

/**
 * The bytes of one connection.
 *
 * @param text each character is one byte
 * @param isFramed true if it is one request that ends where it says, so that a response is due
 */
record FuzzedRequest(String text, boolean isFramed) {

  /** Tells if the response has no body. */
  boolean isHead() {
    return text.startsWith("HEAD ");
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Returns the text in the form of a Java string, so that it can be repeated. */
  @Override
  public String toString() {
    var quoted = new StringBuilder();
    String shown = text.length() > 2_000 ? text.substring(0, 2_000) + "..." : text;
    shown
        .chars()
        .forEach(c -> quoted.append(c >= ' ' && c <= '~' ? "" + (char) c : "\\u%04x".formatted(c)));
    return quoted.toString();
  }
}
