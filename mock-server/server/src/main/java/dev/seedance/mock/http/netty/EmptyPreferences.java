package dev.seedance.mock.http.netty;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.List;

/**
 * Drops preferences that name nothing, such as {@code Accept-Language: ,}. The server answers in
 * one language and one charset whatever a client prefers; Micronaut reads both headers all the
 * same, and fails at these.
 */
final class EmptyPreferences {

  private static final List<AsciiString> NAMES =
      List.of(HttpHeaderNames.ACCEPT_LANGUAGE, HttpHeaderNames.ACCEPT_CHARSET);

  private EmptyPreferences() {}

  static void dropFrom(HttpHeaders headers) {
    for (AsciiString name : NAMES) {
      String value = headers.get(name);
      if (value != null && namesNothing(value)) {
        headers.remove(name);
      }
    }
  }

  /** Tells if the first preference of a list is empty. */
  private static boolean namesNothing(String list) {
    int at = 0;
    while (at < list.length() && list.charAt(at) == ',') {
      at++;
    }
    return at == list.length() || list.charAt(at) == ';';
  }
}
