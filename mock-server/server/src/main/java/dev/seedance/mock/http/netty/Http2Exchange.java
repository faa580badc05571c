package dev.seedance.mock.http.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.HttpConversionUtil;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one stream of HTTP/2 look like a connection of HTTP/1.1 with one request. It does what the
 * codec of HTTP/1.1 does and that of HTTP/2 doesn't; and where a connection would be closed before
 * its end, it resets the stream.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nothing waits for the end of a write
final class Http2Exchange extends ChannelDuplexHandler {

  private boolean head;
  private boolean received;
  private boolean responded;
  private @Nullable ChannelFuture lastWrite;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      head = request.method().equals(HttpMethod.HEAD);
      restore(request.headers());
    }
    received = received || message instanceof LastHttpContent;
    context.fireChannelRead(message);
  }

  /** Removes what the codec has added, and the second of two equal names of the server. */
  private static void restore(HttpHeaders headers) {
    for (var added : HttpConversionUtil.ExtensionHeaderNames.values()) {
      headers.remove(added.text());
    }
    List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
    if (hosts.size() == 2 && hosts.get(0).equals(hosts.get(1))) {
      headers.set(HttpHeaderNames.HOST, hosts.get(0));
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    responded = responded || ResponseParts.isEnd(message);
    if (message instanceof ByteBuf buffer) { // an empty one, after which a connection is closed
      buffer.release();
      promise.setSuccess();
    } else if (head && message instanceof HttpObject part && !ResponseParts.isInterim(part)) {
      writeOfHead(context, part, promise);
    } else {
      lastWrite = context.write(message, promise.unvoid());
    }
  }

  /** Writes the head of a response alone. */
  private void writeOfHead(ChannelHandlerContext context, HttpObject part, ChannelPromise promise) {
    if (part instanceof HttpResponse response) {
      responded = true;
      lastWrite = context.write(withoutBody(response), promise.unvoid());
    } else {
      promise.trySuccess();
    }
    ReferenceCountUtil.release(part);
  }

  private static HttpResponse withoutBody(HttpResponse response) {
    return new DefaultFullHttpResponse(
        response.protocolVersion(),
        response.status(),
        Unpooled.EMPTY_BUFFER,
        response.headers(),
        EmptyHttpHeaders.INSTANCE);
  }

  /** Ends the stream when all that was written has been sent. */
  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    ChannelFuture last = lastWrite;
    if (last == null || last.isDone()) {
      end(context, promise);
    } else {
      last.addListener(written -> end(context, promise));
    }
  }

  /**
   * Resets a stream that has not ended on both sides. A client whose request was refused before its
   * end keeps the response (RFC 9113, 8.1); any other has to see that there is none, or no more.
   */
  private void end(ChannelHandlerContext context, ChannelPromise promise) {
    if (!received || !responded) {
      Http2Error error = responded ? Http2Error.NO_ERROR : Http2Error.INTERNAL_ERROR;
      context.writeAndFlush(new DefaultHttp2ResetFrame(error));
    }
    context.close(promise);
  }
}
