package dev.seedance.spec;

import dev.seedance.spec.media.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells by its first bytes what a body is that was sent in place of JSON. */
public final class BodyKind {

  private static final int LOOKED_AT = 512;

  /** Kinds that are no files. Each byte is one character; the first pattern that matches counts. */
  private static final Map<Pattern, String> KINDS = new LinkedHashMap<>();

  static {
    kind("--\\S", "a multipart form");
    kind("\\s*[A-Za-z_][\\w.%+\\[\\]-]*=", "a URL-encoded form");
    kind("\\s*<", "XML");
    kind("\\x1f\\x8b", "compressed with gzip");
    kind("(?:\\xff\\xfe|\\xfe\\xff)", "text in UTF-16");
    kind("(?:[\\x01-\\x7f]\\x00|\\x00[\\x01-\\x7f]){2}", "text in UTF-16");
    kind("data:", "a data URL");
    kind("[A-Za-z_]\\w*:[ \r\n]", "YAML");
  }

  private BodyKind() {}

  /** Names the kind, such as {@code a multipart form}; empty if it is none that is known. */
  public static Optional<String> of(byte[] body) {
    String start =
        new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    return ContentType.of(body).stream()
        .findFirst()
        .map(BodyKind::file)
        .or(
            () ->
                KINDS.entrySet().stream()
                    .filter(kind -> kind.getKey().matcher(start).lookingAt())
                    .map(Map.Entry::getValue)
                    .findFirst());
  }

  private static String file(ContentType type) {
    return switch (type.kind()) {
      case IMAGE -> "an image";
      case VIDEO -> "a video";
      case AUDIO -> "an audio file";
      case DOCUMENT -> type.title();
    };
  }

  private static void kind(String start, String name) {
    KINDS.put(Pattern.compile(start, Pattern.DOTALL), name);
  }
}
