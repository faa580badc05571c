package dev.seedance.client.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Writes the content of a response to the temporary file as it arrives. Its own content is empty.
 */
public final class PartSubscriber implements BodySubscriber<byte[]> {

  /** Takes the number of bytes after each write. */
  @FunctionalInterface
  public interface Counter {

    /**
     * Counts bytes.
     *
     * @throws IOException if the response must not go on
     */
    void accept(long bytes) throws IOException;
  }

  private final PartFile part;
  private final Counter onBytes;
  private final CompletableFuture<byte[]> done = new CompletableFuture<>();
  private @Nullable Subscription subscription;
  private boolean stopped;

  /**
   * Appends to the file.
   *
   * @param onBytes receives the number of bytes after each write; an exception of it ends the
   *     download
   */
  public PartSubscriber(PartFile part, Counter onBytes) {
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
      write(buffers);
      onBytes.accept(bytes);
      source.request(1);
    } catch (IOException | RuntimeException e) {
      source.cancel();
      done.completeExceptionally(e);
    }
  }

  /** Marks a failure of the disk, which no other try would mend. */
  private void write(List<ByteBuffer> buffers) {
    try {
      part.write(buffers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
