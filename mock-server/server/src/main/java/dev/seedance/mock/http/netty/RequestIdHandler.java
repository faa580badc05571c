package dev.seedance.mock.http.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.AsciiString;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives an {@code X-Request-Id} to each response that has none, because it belongs to no sandbox: a
 * 401, or the refusal of a malformed request.
 */
public final class RequestIdHandler extends ChannelOutboundHandlerAdapter {

  /** The header of the id. */
  public static final CharSequence HEADER = AsciiString.cached("X-Request-Id");

  /** With 16 digits as long as the ids of a sandbox. */
  private static final String PREFIX = "req_00000000";

  private final AtomicLong counter;

  /**
   * Creates the handler of one connection.
   *
   * @param counter counts the ids that were given, over all connections
   */
  RequestIdHandler(AtomicLong counter) {
    this.counter = counter;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof HttpResponse response && !response.headers().contains(HEADER)) {
      response
          .headers()
          .set(HEADER, PREFIX + HexFormat.of().toHexDigits(counter.incrementAndGet()));
    }
    var unused = context.write(message, promise);
  }
}
