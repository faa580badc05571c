package dev.seedance.mock.webhook;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * One request over a fresh connection and its reply. Completing the reply closes the connection.
 *
 * @param target the receiver
 * @param request a POST
 * @param reply never completes exceptionally
 */
@SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the end of a connection
record Exchange(Target target, FullHttpRequest request, CompletableFuture<Reply> reply) {

  private static final int MAX_LINE = 4_096;
  private static final int MAX_HEADERS = 8_192;

  Exchange(Target target, Map<String, String> headers, byte[] body) {
    this(target, post(target, headers, body), new CompletableFuture<>());
  }

  private static FullHttpRequest post(Target target, Map<String, String> headers, byte[] body) {
    var request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.POST, target.path(), Unpooled.wrappedBuffer(body));
    request.headers().set(HttpHeaderNames.HOST, target.hostHeader());
    headers.forEach(request.headers()::set);
    request
        .headers()
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    return request;
  }

  /** Returns the handler of a connection; the certificate is checked against the URL's host. */
  ChannelHandler handler(Supplier<SslContext> tls) {
    SslContext context = target.tls() ? tls.get() : null;
    return new ChannelInitializer<Channel>() {
      @Override
      protected void initChannel(Channel channel) {
        reply.thenRun(channel::close);
        ChannelPipeline pipeline = channel.pipeline();
        if (context != null) {
          pipeline.addLast(context.newHandler(channel.alloc(), target.host(), target.port()));
        }
        pipeline
            .addLast(new HttpClientCodec(MAX_LINE, MAX_HEADERS, ResponseReader.READ_BYTES))
            .addLast(new ResponseReader(reply));
      }
    };
  }
}
