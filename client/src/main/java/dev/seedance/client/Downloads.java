package dev.seedance.client;

import dev.seedance.client.internal.Connections;
import dev.seedance.client.internal.ErrorResponses;
import dev.seedance.client.internal.UnderWay;
import dev.seedance.spec.http.HttpUrl;
import dev.seedance.spec.http.Requests;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Starts downloads, and holds the settings that they share. Never sends the key. Thread-safe. */
final class Downloads {

  private final Connections http;
  private final UnderWay underWay;
  private final Duration requestTimeout;
  private final RetryPolicy retries;
  private final InstantSource clock;
  private final Sleeper sleeper;
  private final ErrorResponses errors;

  Downloads(
      Connections http,
      UnderWay underWay,
      Duration requestTimeout,
      RetryPolicy retries,
      InstantSource clock,
      Sleeper sleeper,
      String apiKey) {
    this.http = http;
    this.underWay = underWay;
    this.requestTimeout = requestTimeout;
    this.retries = retries;
    this.clock = clock;
    this.sleeper = sleeper;
    this.errors = new ErrorResponses(clock, apiKey);
  }

  /**
   * Downloads a file.
   *
   * @param expiresAt the time at which the link expires; null if it is not known
   */
  CompletableFuture<Path> file(
      String url, Path target, DownloadOptions options, @Nullable Instant expiresAt) {
    HttpUrl address = HttpUrl.parse(url);
    if (address == null) {
      throw new IllegalArgumentException("only http and https can be downloaded: " + url);
    }
    var download = new Download(this, address, target, options, expiresAt);
    return underWay.start(download, download::cleanUp);
  }

  CompletableFuture<HttpResponse<byte[]>> send(
      HttpUrl address, long from, @Nullable String condition, BodyHandler<byte[]> handler) {
    HttpRequest.Builder request;
    try {
      request = Requests.to(address).timeout(requestTimeout).header("Accept-Encoding", "identity");
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
    if (from > 0 && condition != null) {
      request.header("Range", "bytes=" + from + "-").header("If-Range", condition);
    }
    return http.send(request.build(), handler);
  }

  InstantSource clock() {
    return clock;
  }

  ErrorResponses errors() {
    return errors;
  }

  int maxTries() {
    return retries.maxAttempts();
  }

  Duration pause(Duration asked, int tries) {
    return asked.plus(retries.pause(Math.max(1, tries)));
  }

  CompletableFuture<?> sleep(Duration wait) {
    return sleeper.sleep(wait);
  }

  void log(String message, Throwable failure) {
    System.getLogger("dev.seedance.client").log(Level.DEBUG, message, failure);
  }

  /** Returns an address without its query, which may hold a signature. */
  static String shown(HttpUrl address) {
    String path = address.target().replaceFirst("\\?.*", "");
    return (address.isSecure() ? "https://" : "http://") + address.hostHeader() + path;
  }
}
