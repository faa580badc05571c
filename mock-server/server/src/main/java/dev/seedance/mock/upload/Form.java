package dev.seedance.mock.upload;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.http.HeaderValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code multipart/form-data} body (RFC 7578), read for a single part.
 *
 * <p>Not Netty's reader, which takes up to twice the time for 50 MB, fails on an empty boundary,
 * and refuses a part with a charset or a transfer encoding that it does not know. Names of files
 * are not read.
 */
final class Form {

  private static final Pattern DISPOSITION =
      Pattern.compile("(?im)^content-disposition:([^\\r\\n]*)");

  private static final int MAX_BOUNDARY = 70;
  private static final int MAX_PART_HEADERS = 4_096;
  private static final byte[] BLANK_LINE = bytes("\r\n\r\n");

  private final byte[] delimiter;
  private final byte[] body;

  private Form(byte[] delimiter, byte[] body) {
    this.delimiter = delimiter;
    this.body = body;
  }

  /**
   * Takes the body of a request.
   *
   * @param contentType the header of the request, which has the boundary
   * @throws ApiException if it is not the type of a form
   */
  static Form of(@Nullable String contentType, byte[] body) {
    HeaderValue type = HeaderValue.parse(contentType == null ? "" : contentType);
    String boundary = type.parameters().getOrDefault("boundary", "");
    if (!type.type().equals("multipart/form-data")
        || boundary.isEmpty()
        || boundary.length() > MAX_BOUNDARY) {
      throw refusal(
          "%s; expected 'multipart/form-data' with a boundary; let a library set it"
              .formatted(
                  contentType == null
                      ? "there is no Content-Type"
                      : "the Content-Type is '" + contentType + "'"));
    }
    return new Form(bytes("\r\n--" + boundary), body);
  }

  /**
   * Returns the content of the first part of a name.
   *
   * @throws ApiException if there is none
   */
  byte[] part(String name) {
    int at = startsWithDelimiter() ? delimiter.length - 2 : after(delimiter, 0);
    while (at >= 0) {
      int content = after(BLANK_LINE, at);
      int end = content < 0 ? -1 : indexOf(delimiter, content - 2);
      if (end < 0) {
        break;
      }
      if (nameOfPart(at, content).filter(name::equals).isPresent()) {
        return Arrays.copyOfRange(body, content, Math.max(content, end));
      }
      at = end + delimiter.length;
    }
    throw refusal("the form has no complete part '" + name + "'; send the file in it");
  }

  /** Reads the name of a part from its headers; empty if they have none. */
  private Optional<String> nameOfPart(int from, int to) {
    int length = Math.min(to - from, MAX_PART_HEADERS);
    String headers = new String(body, from, length, StandardCharsets.UTF_8);
    return DISPOSITION
        .matcher(headers)
        .results()
        .findFirst()
        .map(found -> HeaderValue.parse(found.group(1)).parameters().get("name"));
  }

  private boolean startsWithDelimiter() {
    int length = delimiter.length - 2;
    return body.length >= length && Arrays.equals(body, 0, length, delimiter, 2, delimiter.length);
  }

  private int after(byte[] pattern, int from) {
    int at = indexOf(pattern, from);
    return at < 0 ? -1 : at + pattern.length;
  }

  private int indexOf(byte[] pattern, int from) {
    for (int at = from; at <= body.length - pattern.length; at++) {
      if (body[at] == pattern[0] && isAt(pattern, at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean isAt(byte[] pattern, int at) {
    return Arrays.equals(body, at, at + pattern.length, pattern, 0, pattern.length);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ApiException refusal(String message) {
    return new ApiException(ErrorCode.INVALID_REQUEST, message);
  }
}
