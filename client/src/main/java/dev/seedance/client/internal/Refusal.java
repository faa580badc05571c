package dev.seedance.client.internal;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Takes nothing of a response: closes its connection and fails. */
public final class Refusal implements BodySubscriber<byte[]> {

  private final CompletableFuture<byte[]> done;

  /** Fails with the reason. */
  public Refusal(Exception reason) {
    done = CompletableFuture.failedFuture(reason);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return done;
  }

  @Override
  public void onSubscribe(Subscription source) {
    source.cancel();
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {}

  @Override
  public void onError(Throwable failure) {}

  @Override
  public void onComplete() {}
}
