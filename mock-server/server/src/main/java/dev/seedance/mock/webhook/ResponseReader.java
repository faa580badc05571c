package dev.seedance.mock.webhook;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Reads the status and the beginning of the body of a response. */
final class ResponseReader extends SimpleChannelInboundHandler<HttpObject> {

  /** The part of a response's body that is read (contract, section 4). */
  static final int READ_BYTES = 4_096;

  private final CompletableFuture<Reply> reply;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status;

  ResponseReader(CompletableFuture<Reply> reply) {
    this.reply = reply;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
    if (part.decoderResult().isFailure()) {
      reply.complete(Reply.failed("the answer is no valid HTTP"));
      return;
    }
    if (part instanceof HttpResponse response
        && response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
      status = response.status().code();
    }
    if (status != 0 && part instanceof HttpContent content) {
      int length = Math.min(content.content().readableBytes(), READ_BYTES - body.size());
      body.writeBytes(
          ByteBufUtil.getBytes(content.content(), content.content().readerIndex(), length));
      if (part instanceof LastHttpContent || body.size() >= READ_BYTES) {
        complete();
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    complete();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof SslHandshakeCompletionEvent handshake && !handshake.isSuccess()) {
      exceptionCaught(context, handshake.cause());
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    reply.complete(FailedAttempt.reply(cause));
  }

  private void complete() {
    reply.complete(
        status == 0
            ? Reply.failed("the connection was closed without an answer")
            : Reply.of(status, body.toString(StandardCharsets.UTF_8)));
  }
}
