package dev.seedance.spec.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Files of other servers, bounded in bytes and in time. No credentials go along.
 *
 * <p>A few redirects are followed, but none from https to http.
 */
public final class RemoteFiles {

  private static final int MOST_REDIRECTS = 5;
  private static final int OK = 200;

  private final HttpClient client;
  private final Duration timeout;

  /**
   * Gets files.
   *
   * @param client one that follows no redirects
   * @param timeout for each hop, its body included
   */
  public RemoteFiles(HttpClient client, Duration timeout) {
    this.client = client;
    this.timeout = timeout;
  }

  /**
   * A file as far as it was read.
   *
   * @param status the status of HTTP; there are no bytes unless it is 200
   * @param bytes the file, or one byte more than were asked for
   * @param size as the server declares it, at least as many as were read
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Content(int status, byte[] bytes, long size) {

    /** Returns true if the server hands the file out. */
    public boolean isOk() {
      return status == OK;
    }
  }

  /**
   * Gets a file.
   *
   * @throws HttpTimeoutException if it does not come in time
   * @throws IOException if there is no connection, or it breaks
   */
  public Content get(HttpUrl url, long maxBytes) throws IOException, InterruptedException {
    HttpUrl at = url;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      HttpResponse<byte[]> response = send(at, maxBytes);
      HttpUrl next = redirect(response, at);
      if (next == null) {
        OptionalLong declared = response.headers().firstValueAsLong("Content-Length");
        byte[] bytes = response.body();
        return new Content(
            response.statusCode(), bytes, Math.max(bytes.length, declared.orElse(0)));
      }
      at = next;
    }
    throw new IOException("it redirects more than " + MOST_REDIRECTS + " times");
  }

  private HttpResponse<byte[]> send(HttpUrl url, long maxBytes)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> response =
        client.sendAsync(
            Requests.to(url).timeout(timeout).GET().build(),
            head -> new Bounded(head.statusCode() == OK ? maxBytes + 1 : 0));
    try {
      return response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("it does not come in " + timeout.toSeconds() + " seconds");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      response.cancel(true);
    }
  }

  private static @Nullable HttpUrl redirect(HttpResponse<byte[]> response, HttpUrl from)
      throws IOException {
    if (!List.of(301, 302, 303, 307, 308).contains(response.statusCode())) {
      return null;
    }
    String location = response.headers().firstValue("Location").orElse("");
    HttpUrl to = HttpUrl.parse(resolved(from, location));
    if (to == null || (from.isSecure() && !to.isSecure())) {
      throw new IOException("it redirects to '" + location + "', which is not followed");
    }
    return to;
  }

  private static String resolved(HttpUrl from, String location) {
    try {
      return from.uri().resolve(location).toString();
    } catch (IllegalArgumentException e) {
      return location;
    }
  }

  /** Collects bytes up to a limit and then stops reading. */
  private static final class Bounded implements HttpResponse.BodySubscriber<byte[]> {

    private final long limit;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    Bounded(long limit) {
      this.limit = limit;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      if (limit == 0) {
        stop();
      } else {
        given.request(Long.MAX_VALUE);
      }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        byte[] bytes = new byte[(int) Math.min(buffer.remaining(), limit - read.size())];
        buffer.get(bytes);
        read.writeBytes(bytes);
      }
      if (read.size() >= limit) {
        stop();
      }
    }

    @Override
    public void onError(Throwable failure) {
      body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      body.complete(read.toByteArray());
    }

    private void stop() {
      body.complete(read.toByteArray());
      if (subscription != null) {
        subscription.cancel();
      }
    }
  }
}
