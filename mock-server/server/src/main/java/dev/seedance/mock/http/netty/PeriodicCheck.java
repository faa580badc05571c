package dev.seedance.mock.http.netty;

import dev.seedance.mock.time.RealTime;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Checks a connection at the end of each period of real time, as long as it lasts. */
abstract class PeriodicCheck extends ChannelDuplexHandler {

  private final Duration period;
  private @Nullable Future<?> checks;

  PeriodicCheck(Duration period) {
    this.period = period;
  }

  /** Checks the connection. */
  abstract void check(ChannelHandlerContext context);

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    checks = RealTime.every(context.executor(), period, () -> check(context));
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    stop();
    context.fireChannelInactive();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    stop();
  }

  private void stop() {
    if (checks != null) {
      checks.cancel(false);
    }
  }
}
