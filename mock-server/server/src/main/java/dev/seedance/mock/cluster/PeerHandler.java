package dev.seedance.mock.cluster;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/** Hands what comes from another server to the request that uses the connection now. */
final class PeerHandler extends ChannelInboundHandlerAdapter {

  private @Nullable Forward user;

  /** Begins a request, or ends it if null. */
  void use(@Nullable Forward forward) {
    user = forward;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (user == null) {
      ReferenceCountUtil.release(message);
      var unused = context.close(); // nobody has asked for anything
    } else {
      user.onResponsePart(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (user != null) {
      user.onResponseRead();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (user != null) {
      user.onPeerWritable();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (user != null) {
      user.onPeerGone();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var unused = context.close(); // which ends the request
  }
}
