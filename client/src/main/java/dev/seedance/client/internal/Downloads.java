package dev.seedance.client.internal;

import dev.seedance.client.DownloadOptions;
import dev.seedance.client.RetryPolicy;
import dev.seedance.client.Sleeper;
import dev.seedance.client.error.ResultMissingException;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.ResultVideo;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Begins downloads; what all of them share is kept here. The key is never sent. Thread-safe. */
public final class Downloads {

  private final HttpClient http;
  private final Duration requestTimeout;
  private final RetryPolicy retries;
  private final Clock clock;
  private final Sleeper sleeper;
  private final ErrorAnswers errors;

  /** Ties together what downloads need. */
  public Downloads(
      HttpClient http,
      Duration requestTimeout,
      RetryPolicy retries,
      Clock clock,
      Sleeper sleeper,
      String apiKey) {
    this.http = http;
    this.requestTimeout = requestTimeout;
    this.retries = retries;
    this.clock = clock;
    this.sleeper = sleeper;
    this.errors = new ErrorAnswers(clock, apiKey);
  }

  /**
   * The videos of a completed task.
   *
   * @throws ResultMissingException where there are none
   */
  public static List<ResultVideo> videos(GenerationTask task) {
    if (!TaskPoll.hasVideo(task) || task.getResult() == null) {
      throw new ResultMissingException(task);
    }
    return task.getResult().getData();
  }

  /** When the links of the task die; null where the server does not tell. */
  public static @Nullable Instant expiry(GenerationTask task) {
    @Nullable Long seconds = task.getExpiresAt();
    return seconds == null ? null : Instant.ofEpochSecond(seconds);
  }

  /** Downloads a file. */
  public CompletableFuture<Path> file(
      String url, Path target, DownloadOptions options, @Nullable Instant expiresAt) {
    URI address = URI.create(url);
    if (!isHttp(address)) {
      throw new IllegalArgumentException("only http and https can be downloaded: " + url);
    }
    var download = new Download(this, address, target, options, expiresAt);
    CompletableFuture<Path> file = download.start();
    return Futures.handedOver(Futures.ensuring(file, download::cleanUp));
  }

  CompletableFuture<HttpResponse<byte[]>> send(
      URI address, long from, @Nullable String version, BodyHandler<byte[]> handler) {
    var request = HttpRequest.newBuilder(address).timeout(requestTimeout);
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
      if (version != null) {
        request.header("If-Range", version);
      }
    }
    return http.sendAsync(request.build(), handler);
  }

  Clock clock() {
    return clock;
  }

  ErrorAnswers errors() {
    return errors;
  }

  int maxTries() {
    return retries.maxAttempts();
  }

  Duration pause(Duration asked, int tries) {
    return asked.plus(Backoff.pause(retries, Math.max(1, tries)));
  }

  CompletableFuture<?> sleep(Duration wait) {
    return sleeper.sleep(wait);
  }

  void log(String message, Throwable failure) {
    System.getLogger("dev.seedance.client").log(Level.DEBUG, message, failure);
  }

  static boolean isHttp(URI address) {
    return "http".equals(address.getScheme()) || "https".equals(address.getScheme());
  }

  static String shown(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
  }
}
