package dev.seedance.mock.http.netty;

import dev.seedance.mock.http.ErrorCode;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;

/** Says what is wrong with the head of a request that is no HTTP/1.1. */
final class MalformedRequest {

  /** The fault of a body. */
  static final Fault CHUNKS =
      new Fault(ErrorCode.INVALID_REQUEST, "has a body whose chunks are not well-formed");

  private MalformedRequest() {}

  static boolean isWellFormed(HttpMessage request) {
    return request.decoderResult().isSuccess() && isKnown(request.protocolVersion());
  }

  /** Returns the fault in the form {@code has ...}. */
  static Fault fault(HttpMessage request) {
    Throwable cause = request.decoderResult().cause();
    if (cause instanceof TooLongHttpLineException) {
      return new Fault(
          ErrorCode.REQUEST_TOO_LARGE,
          "has a first line of more than %d bytes".formatted(HttpLimits.MAX_FIRST_LINE));
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return new Fault(
          ErrorCode.REQUEST_TOO_LARGE,
          "has headers of more than %d bytes".formatted(HttpLimits.MAX_HEADERS));
    }
    return new Fault(
        ErrorCode.INVALID_REQUEST,
        cause == null
            ? "is of %s; expected HTTP/1.1".formatted(printable(request.protocolVersion()))
            : "has a first line or a header that is not well-formed; expected HTTP/1.1");
  }

  /**
   * A fault.
   *
   * @param code of the refusal
   * @param words follow "the request"
   */
  record Fault(ErrorCode code, String words) {}

  private static boolean isKnown(HttpVersion version) {
    return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
  }

  private static String printable(HttpVersion version) {
    return version.text().replaceAll("[^A-Za-z0-9./]", "?");
  }
}
