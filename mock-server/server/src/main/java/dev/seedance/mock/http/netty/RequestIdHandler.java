package dev.seedance.mock.http.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.AsciiString;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives an {@code X-Request-Id} to each answer that has none: one that belongs to no sandbox, such
 * as a 401 or the refusal of a malformed request.
 */
public final class RequestIdHandler extends ChannelOutboundHandlerAdapter {

  /** Under which an answer has its name. */
  public static final CharSequence HEADER = AsciiString.cached("X-Request-Id");

  /** With 16 digits as long as the names that a sandbox gives. */
  private static final String PREFIX = "req_00000000";

  private final AtomicLong answers;

  /**
   * Names the answers of one connection.
   *
   * @param answers counts the answers of all connections that had no name
   */
  RequestIdHandler(AtomicLong answers) {
    this.answers = answers;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof HttpResponse response && !response.headers().contains(HEADER)) {
      response
          .headers()
          .set(HEADER, PREFIX + HexFormat.of().toHexDigits(answers.incrementAndGet()));
    }
    var unused = context.write(message, promise);
  }
}
