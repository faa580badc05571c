package dev.seedance.client.internal;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file that a response brings, as its head describes them.
 *
 * @param start the offset of the first byte
 * @param end the offset behind the last byte; {@link #UNKNOWN} if only the end of the response
 *     tells
 * @param total the size of the whole file; {@link #UNKNOWN} if the head does not tell
 * @param version the version of the file that the bytes belong to
 */
public record Slice(long start, long end, long total, FileVersion version) {

  /** Stands for a number that the server does not tell. */
  public static final long UNKNOWN = -1;

  /** The status of a response with the whole file. */
  public static final int WHOLE = 200;

  /** The status of a response with a part of it. */
  public static final int PART = 206;

  private static final String LENGTH = "\\d{1,18}"; // fits into 64 bits
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (%1$s)-(%1$s)/(%1$s|\\*)".formatted(LENGTH));

  /** Forms in which the bytes are not those of the file. */
  private static final Set<String> CODINGS =
      Set.of("gzip", "x-gzip", "deflate", "br", "zstd", "compress", "x-compress");

  /**
   * Reads the head of a response with status 200 or 206.
   *
   * @throws IOException if it contradicts itself, or leaves open when the content is whole
   */
  public static Slice of(ResponseInfo head) throws IOException {
    HttpHeaders headers = head.headers();
    long length = contentLength(headers);
    if (head.statusCode() == WHOLE) {
      if (length == UNKNOWN && !endIsTold(head)) {
        throw new IOException("the server does not tell how long the file is");
      }
      return new Slice(0, length, length, FileVersion.of(headers));
    }
    String text = headers.firstValue("Content-Range").orElse("");
    Matcher range = CONTENT_RANGE.matcher(text);
    if (!range.matches()) {
      throw new IOException("a part came with the Content-Range '" + text + "'");
    }
    long start = Long.parseLong(range.group(1));
    long end = Long.parseLong(range.group(2)) + 1;
    long total = range.group(3).equals("*") ? UNKNOWN : Long.parseLong(range.group(3));
    boolean inside = start < end && (total == UNKNOWN || end <= total);
    if (!inside || (length != UNKNOWN && length != end - start)) {
      throw new IOException(
          "a part came with the Content-Range '%s' and %s bytes".formatted(text, length));
    }
    return new Slice(start, end, total, FileVersion.of(headers));
  }

  /**
   * Returns the coding that keeps the bytes from being those of the file; null if there is none.
   */
  public static @Nullable String coding(HttpHeaders headers) {
    return headers.allValues("Content-Encoding").stream()
        .flatMap(value -> List.of(value.toLowerCase(Locale.ROOT).split("[,\\s]+")).stream())
        .filter(CODINGS::contains)
        .findFirst()
        .orElse(null);
  }

  /**
   * Returns true if these bytes can be appended to the first bytes of a file.
   *
   * @param file what has come before
   * @param received the number of bytes that are there
   */
  public boolean continues(Slice file, long received) {
    boolean sameSize = total == file.total || total == UNKNOWN || file.total == UNKNOWN;
    boolean sizeKnown = total != UNKNOWN || file.total != UNKNOWN;
    return start == received && sameSize && sizeKnown && version.isSureToBe(file.version);
  }

  /** Returns the head of the whole file, now that more of it is known. */
  public Slice with(Slice part) {
    return new Slice(0, part.end, total == UNKNOWN ? part.total : total, version);
  }

  private static long contentLength(HttpHeaders headers) throws IOException {
    List<String> values = headers.allValues("Content-Length");
    if (values.isEmpty()) {
      return UNKNOWN;
    }
    String first = values.get(0);
    if (!first.matches(LENGTH) || values.stream().anyMatch(value -> !value.equals(first))) {
      throw new IOException("the server tells a length of " + String.join(" and ", values));
    }
    return Long.parseLong(first);
  }

  /** Returns true if a cut of the connection can be told from the end of the content. */
  private static boolean endIsTold(ResponseInfo head) {
    return head.version() == HttpClient.Version.HTTP_2
        || head.headers().firstValue("Transfer-Encoding").isPresent();
  }
}
