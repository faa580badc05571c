package dev.seedance.mock.http.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;

/**
 * Ends the sending half of a connection and reads on: a client that still sends would lose the
 * response with the reset that its bytes cause.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nothing waits for the end of a write
final class LingeringClose {

  private final long max;
  private long dropped;
  private boolean begun;

  /**
   * Creates the end of a connection.
   *
   * @param max the most bytes that are read and dropped
   */
  LingeringClose(long max) {
    this.max = max;
  }

  /** Tells if the connection only waits for its client to close it. */
  boolean hasBegun() {
    return begun;
  }

  /** Closes the connection; at once if it has no halves. */
  void begin(ChannelHandlerContext context, ChannelPromise promise) {
    if (context.channel() instanceof DuplexChannel channel) {
      begun = true;
      context
          .writeAndFlush(Unpooled.EMPTY_BUFFER)
          .addListener(written -> endOutput(context, channel));
      context.read();
    } else {
      context.close(promise);
    }
  }

  private static void endOutput(ChannelHandlerContext context, DuplexChannel channel) {
    SslHandler tls = context.pipeline().get(SslHandler.class);
    if (tls == null) {
      channel.shutdownOutput();
    } else {
      tls.closeOutbound().addListener(said -> channel.shutdownOutput());
    }
  }

  /** Drops what the client sends; too much ends the connection. */
  void drop(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpContent content) {
      dropped += content.content().readableBytes();
    }
    ReferenceCountUtil.release(message);
    if (dropped > max) {
      context.close();
    }
  }
}
