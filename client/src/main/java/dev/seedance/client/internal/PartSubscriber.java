package dev.seedance.client.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the content of a response to the temporary file as it arrives. Its own content is empty.
 */
public final class PartSubscriber implements BodySubscriber<byte[]> {

  private final PartFile part;
  private final LongConsumer onBytes;
  private final CompletableFuture<byte[]> done = new CompletableFuture<>();
  private @Nullable Subscription subscription;
  private boolean stopped;

  /**
   * Appends to the file.
   *
   * @param onBytes receives the number of bytes after each write; an exception of it ends the
   *     download
   */
  public PartSubscriber(PartFile part, LongConsumer onBytes) {
    this.part = part;
    this.onBytes = onBytes;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return done;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    subscription.request(1);
  }

  /** Writes nothing from now on, even if the cancelled exchange still brings something. */
  public synchronized void stop() {
    stopped = true;
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> buffers) {
    Subscription source = subscription;
    if (source == null || stopped) {
      return;
    }
    try {
      long bytes = buffers.stream().mapToLong(ByteBuffer::remaining).sum();
      part.write(buffers);
      onBytes.accept(bytes);
      source.request(1);
    } catch (IOException e) {
      source.cancel();
      done.completeExceptionally(new UncheckedIOException(e));
    } catch (RuntimeException e) {
      source.cancel();
      done.completeExceptionally(e);
    }
  }

  @Override
  public void onError(Throwable failure) {
    done.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    done.complete(new byte[0]);
  }
}
