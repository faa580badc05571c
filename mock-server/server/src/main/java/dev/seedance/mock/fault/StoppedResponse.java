package dev.seedance.mock.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.http.ShapedError;
import dev.seedance.mock.http.StrictJson;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The error in place of a delayed response that a server no longer waits for. */
final class StoppedResponse {

  /** The headers of a response that its refusal keeps: ids, limits and readers. */
  private static final Pattern KEPT =
      Pattern.compile("(?im)^(?:x-|access-control-|vary)[^\\r\\n]*\\r\\n");

  private StoppedResponse() {}

  /**
   * Returns the bytes of the error.
   *
   * @param held the beginning of the delayed response
   */
  static ByteBuf inPlaceOf(@Nullable Object held) {
    byte[] body =
        StrictJson.write(
            ShapedError.of(
                    "",
                    ErrorCode.RATE_LIMIT_UNAVAILABLE,
                    "the mock server stops; a scenario delayed this response")
                .body());
    var head = new StringBuilder("HTTP/1.1 503 Service Unavailable\r\n");
    if (held instanceof ByteBuf bytes) {
      Matcher kept = KEPT.matcher(bytes.toString(ISO_8859_1));
      while (kept.find()) {
        head.append(kept.group());
      }
    }
    head.append("content-type: application/json\r\nconnection: close\r\ncontent-length: ")
        .append(body.length)
        .append("\r\n\r\n");
    return Unpooled.wrappedBuffer(head.toString().getBytes(ISO_8859_1), body);
  }
}
