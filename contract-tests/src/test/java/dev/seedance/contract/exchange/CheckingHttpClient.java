package dev.seedance.contract.exchange;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Passes calls on to another client and has every exchange that a document covers checked. The
 * caller gets the response either way, as the server sent it.
 */
final class CheckingHttpClient extends HttpClient {

  private final HttpClient client;
  private final Consumer<Exchange> check;

  CheckingHttpClient(HttpClient client, Consumer<Exchange> check) {
    this.client = client;
    this.check = check;
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    if (!Contract.covers(request.uri().getRawPath())) {
      return client.send(request, handler);
    }
    return checked(request, client.send(request, BodyHandlers.ofByteArray()), handler);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    if (!Contract.covers(request.uri().getRawPath())) {
      return client.sendAsync(request, handler);
    }
    return client
        .sendAsync(request, BodyHandlers.ofByteArray())
        .thenApply(response -> checked(request, response, handler));
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
    throw new UnsupportedOperationException("the contract is HTTP/1.1");
  }

  private <T> HttpResponse<T> checked(
      HttpRequest request, HttpResponse<byte[]> response, BodyHandler<T> handler) {
    byte[] content = request.bodyPublisher().map(CheckingHttpClient::content).orElse(new byte[0]);
    check.accept(Exchange.of(request, content, response));
    return new HandledResponse<>(response, handled(response, handler));
  }

  private static byte[] content(HttpRequest.BodyPublisher publisher) {
    var collected = BodySubscribers.ofByteArray();
    publisher.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            collected.onSubscribe(subscription);
          }

          @Override
          public void onNext(ByteBuffer piece) {
            collected.onNext(List.of(piece));
          }

          @Override
          public void onError(Throwable failure) {
            collected.onError(failure);
          }

          @Override
          public void onComplete() {
            collected.onComplete();
          }
        });
    return collected.getBody().toCompletableFuture().join();
  }

  /** Gives the content to the caller's handler. */
  private static <T> T handled(HttpResponse<byte[]> response, BodyHandler<T> handler) {
    var subscriber = handler.apply(new HandledResponse<>(response, response.body()));
    subscriber.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long pieces) {}

          @Override
          public void cancel() {}
        });
    subscriber.onNext(List.of(ByteBuffer.wrap(response.body())));
    subscriber.onComplete();
    return subscriber.getBody().toCompletableFuture().join();
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return client.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return client.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return client.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return client.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return client.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return client.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return client.authenticator();
  }

  @Override
  public Version version() {
    return client.version();
  }

  @Override
  public Optional<Executor> executor() {
    return client.executor();
  }
}
