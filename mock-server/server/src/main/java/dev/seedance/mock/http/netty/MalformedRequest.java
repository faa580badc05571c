package dev.seedance.mock.http.netty;

import dev.seedance.mock.http.ErrorCode;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.BitSet;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what is no HTTP/1.1 (RFC 9112). The end of such a request is anybody's guess, so nothing
 * after it is read as a request.
 */
final class MalformedRequest implements RequestCheck {

  private static final String UNSAFE = "[^A-Za-z0-9./, -]";

  /** The characters of targets that need no closer look. */
  private static final BitSet PLAIN = new BitSet();

  static {
    PLAIN.set('a', 'z' + 1);
    PLAIN.set('A', 'Z' + 1);
    PLAIN.set('0', '9' + 1);
    "/_.~,;=?&@!$'()*+:-".chars().forEach(PLAIN::set);
  }

  @Override
  public @Nullable FullHttpResponse refuse(HttpRequest request) {
    Throwable cause = request.decoderResult().cause();
    String fault = cause != null ? fault(cause) : fault(request);
    if (fault == null) {
      return null;
    }
    boolean tooLong =
        cause instanceof TooLongHttpLineException || cause instanceof TooLongHttpHeaderException;
    return EarlyRefusals.malformed(
        request.uri(), tooLong ? ErrorCode.REQUEST_TOO_LARGE : ErrorCode.INVALID_REQUEST, fault);
  }

  /** Returns the refusal of a body that is not well-formed. */
  static FullHttpResponse chunks(String path) {
    return EarlyRefusals.malformed(
        path, ErrorCode.INVALID_REQUEST, "has a body whose chunks are not well-formed");
  }

  /** Says what the codec could not read. */
  private static String fault(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return "has a first line of more than %d bytes".formatted(HttpLimits.MAX_FIRST_LINE);
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return "has headers of more than %d bytes".formatted(HttpLimits.MAX_HEADERS);
    }
    return "has a first line or a header that is not well-formed; expected HTTP/1.1";
  }

  /** Says what the codec reads and HTTP forbids; null if there is nothing. */
  private static @Nullable String fault(HttpRequest request) {
    HttpVersion version = request.protocolVersion();
    HttpHeaders headers = request.headers();
    if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
      return "is of %s; expected HTTP/1.1"
          .formatted(EarlyRefusals.printable(version.text(), UNSAFE));
    }
    Iterator<String> hosts = headers.valueStringIterator(HttpHeaderNames.HOST);
    if (hosts.hasNext()) {
      hosts.next();
      if (hosts.hasNext()) {
        return "has several Host headers; expected one";
      }
    } else if (version.equals(HttpVersion.HTTP_1_1)) {
      return "has no Host header; expected one";
    }
    if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
      String codings = String.join(", ", headers.getAll(HttpHeaderNames.TRANSFER_ENCODING));
      if (!HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings)) {
        return "has the Transfer-Encoding '%s'; expected 'chunked' alone"
            .formatted(EarlyRefusals.printable(codings, UNSAFE));
      }
    }
    return isUri(request.uri()) ? null : "has a path that is no URL; percent-encode its characters";
  }

  private static boolean isUri(String target) {
    if (isPlainPath(target)) {
      return true;
    }
    try {
      new URI(target);
      return true;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isPlainPath(String target) {
    for (int i = 0; i < target.length(); i++) {
      if (!PLAIN.get(target.charAt(i))) {
        return false;
      }
    }
    return target.startsWith("/") && !target.startsWith("//");
  }
}
