package dev.seedance.client.internal;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the content of a response in memory, up to a limit. One byte more than the limit means that
 * there was more; the connection is closed then.
 */
public final class BoundedContent implements BodySubscriber<byte[]> {

  private final int max;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> done = new CompletableFuture<>();
  private @Nullable Subscription subscription;

  /** Keeps at most {@code max} bytes, and one more. */
  public BoundedContent(int max) {
    this.max = max;
  }

  /** Returns the bytes that have come. */
  public byte[] soFar() {
    return content.toByteArray();
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return done;
  }

  @Override
  public void onSubscribe(Subscription source) {
    subscription = source;
    source.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (done.isDone()) {
      return;
    }
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[(int) Math.min(buffer.remaining(), max - content.size() + 1L)];
      buffer.get(bytes);
      content.writeBytes(bytes);
      if (content.size() > max) {
        end();
        return;
      }
    }
  }

  @Override
  public void onError(Throwable failure) {
    done.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    done.complete(soFar());
  }

  private void end() {
    if (subscription != null) {
      subscription.cancel();
    }
    onComplete();
  }
}
