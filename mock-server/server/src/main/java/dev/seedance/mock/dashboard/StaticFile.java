package dev.seedance.mock.dashboard;

import io.micronaut.http.MediaType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** A file that is the same for every caller. Its content is never changed. */
final class StaticFile {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "json", "application/json",
          "yaml", "application/yaml; charset=utf-8");

  private final byte[] content;
  private final MediaType type;
  private final String etag;

  /**
   * Describes a file.
   *
   * @param name its ending determines the type
   */
  StaticFile(String name, byte[] content) {
    this.content = content;
    this.type = MediaType.of(TYPES.get(ending(name)));
    this.etag = '"' + HexFormat.of().formatHex(sha256(content), 0, 8) + '"';
  }

  /** Tells if a file of this name is public: class files are in the same folder. */
  static boolean isServed(String name) {
    return TYPES.containsKey(ending(name));
  }

  byte[] content() {
    return content;
  }

  MediaType type() {
    return type;
  }

  /** Returns a tag that changes with the content only. */
  String etag() {
    return etag;
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
