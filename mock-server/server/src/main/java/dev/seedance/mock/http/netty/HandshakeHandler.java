package dev.seedance.mock.http.netty;

import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;

/**
 * Stands before a TLS handshake: it refuses plain HTTP in words, and closes the connection when its
 * room is needed. It is removed when the handshake has ended.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nothing waits for the end of a write
final class HandshakeHandler extends ChannelInboundHandlerAdapter {

  /** The first byte of every TLS connection. */
  private static final int HANDSHAKE = 22;

  private static final String ADVICE =
      "{\"error\":{\"code\":\"invalid_request\",\"message\":\"this port speaks HTTPS; begin the URL with https://, or call the port for HTTP\",\"type\":\"invalid_request_error\"}}";

  private boolean begun;
  private boolean refused;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!begun && message instanceof ByteBuf bytes && bytes.isReadable()) {
      begun = true;
      if (bytes.getUnsignedByte(bytes.readerIndex()) != HANDSHAKE) {
        refuse(context);
      } else {
        context
            .pipeline()
            .addAfter(ChannelPipelineCustomizer.HANDLER_SSL, null, new HandshakeFailures());
      }
    }
    if (refused) {
      ReferenceCountUtil.release(message);
    } else {
      context.fireChannelRead(message);
    }
  }

  /** Writes to the socket itself: behind this handler everything is encrypted. */
  private void refuse(ChannelHandlerContext context) {
    refused = true;
    String response =
        "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
            .formatted(ADVICE.length(), ADVICE);
    context
        .writeAndFlush(Unpooled.copiedBuffer(response, StandardCharsets.US_ASCII))
        .addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof Connections.Event) {
      context.close();
    } else {
      context.fireUserEventTriggered(event);
    }
  }
}
