package dev.seedance.mock.webhook;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * Sends one request over a fresh connection and reads the beginning of its answer. The connection
 * closes when the reply is there; whoever completes the reply otherwise ends the exchange.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a channel tells its handler what became of it
final class Exchange extends SimpleChannelInboundHandler<HttpObject> {

  /** How much of an answer's body is read (contract, section 4). */
  static final int READ_BYTES = 4_096;

  private final FullHttpRequest request;
  private final CompletableFuture<Reply> reply;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status;

  Exchange(FullHttpRequest request, CompletableFuture<Reply> reply) {
    this.request = request;
    this.reply = reply;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    reply.whenComplete((done, failure) -> context.close());
    context.writeAndFlush(request);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
    if (part.decoderResult().isFailure()) {
      reply.complete(Reply.failed("the answer is no valid HTTP"));
      return;
    }
    if (part instanceof HttpResponse response) {
      boolean informational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
      status = informational ? 0 : response.status().code();
    }
    if (status != 0 && part instanceof HttpContent content) {
      read(content.content());
      if (part instanceof LastHttpContent || body.size() >= READ_BYTES) {
        complete();
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (status == 0) {
      reply.complete(Reply.failed("the connection was closed without an answer"));
    } else {
      complete();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof SslHandshakeCompletionEvent handshake && !handshake.isSuccess()) {
      reply.complete(Reply.failed(FailedAttempt.reason(handshake.cause())));
    }
    context.fireUserEventTriggered(event);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    reply.complete(Reply.failed(FailedAttempt.reason(cause)));
    context.close();
  }

  private void read(ByteBuf content) {
    byte[] bytes = new byte[Math.min(content.readableBytes(), READ_BYTES - body.size())];
    content.readBytes(bytes);
    body.writeBytes(bytes);
  }

  private void complete() {
    reply.complete(Reply.answered(status, body.toString(StandardCharsets.UTF_8)));
  }
}
