package dev.seedance.mock.dashboard;

import io.micronaut.http.MediaType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * A file that is the same for every caller.
 *
 * @param content its bytes, which are never changed
 * @param etag changes with the content only
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StaticFile(byte[] content, MediaType type, String etag) {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "json", "application/json",
          "yaml", "application/yaml; charset=utf-8");

  /**
   * Describes a file.
   *
   * @param name its ending determines the type
   */
  static StaticFile of(String name, byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      String etag = '"' + HexFormat.of().formatHex(hash, 0, 8) + '"';
      return new StaticFile(content, MediaType.of(TYPES.get(ending(name))), etag);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Tells if a file of this name is public: class files are in the same folder. */
  static boolean isServed(String name) {
    return TYPES.containsKey(ending(name));
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
