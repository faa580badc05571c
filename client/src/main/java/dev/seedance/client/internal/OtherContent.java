package dev.seedance.client.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A kind of content that comes in place of a video when something between client and file goes
 * wrong.
 *
 * <p>Told by its first bytes. Content that is none of these kinds is taken for what was asked for:
 * an unusual video is never refused.
 *
 * @param name for messages, with its article
 * @param signatures the texts, as ISO 8859-1, that such content begins with
 * @param isText true if a byte order mark and blanks may come before
 */
public record OtherContent(String name, List<String> signatures, boolean isText) {

  /** The number of bytes that tell. */
  public static final int TELLING = 512;

  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  private static final List<OtherContent> ALL =
      List.of(
          new OtherContent("a web page or XML", List.of("<"), true),
          new OtherContent("JSON", List.of("{", "["), true),
          new OtherContent("a gzip archive", List.of("\u001f\u008b"), false),
          new OtherContent("a Zstandard archive", List.of("(\u00b5/\u00fd"), false),
          new OtherContent("a zip archive", List.of("PK\u0003\u0004"), false),
          new OtherContent("a PDF document", List.of("%PDF-"), false));

  /** Returns the kind that the first bytes of a file show; empty if it is none of these. */
  public static Optional<OtherContent> in(byte[] firstBytes) {
    String bytes = new String(firstBytes, StandardCharsets.ISO_8859_1);
    String text =
        (bytes.startsWith(BYTE_ORDER_MARK) ? bytes.substring(BYTE_ORDER_MARK.length()) : bytes)
            .stripLeading();
    return ALL.stream()
        .filter(kind -> kind.signatures.stream().anyMatch((kind.isText ? text : bytes)::startsWith))
        .findFirst();
  }
}
