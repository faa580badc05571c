package dev.seedance.spec.cli;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * A client that shows its password to the proxy of a call, and to nobody else.
 *
 * <p>An {@link Authenticator} would do so too, but with one the JDK fails on a 401 of the server
 * that does not ask for a password, as those of the API do not.
 */
final class AuthorizedClient extends HttpClient {

  private final HttpClient client;
  private final EnvironmentProxies proxies;

  AuthorizedClient(HttpClient client, EnvironmentProxies proxies) {
    this.client = client;
    this.proxies = proxies;
  }

  private HttpRequest authorized(HttpRequest request) {
    return proxies
        .authorization(request.uri())
        .map(
            value -> {
              var builder =
                  HttpRequest.newBuilder(request.uri())
                      .method(
                          request.method(),
                          request.bodyPublisher().orElseGet(HttpRequest.BodyPublishers::noBody))
                      .expectContinue(request.expectContinue());
              request.version().ifPresent(builder::version);
              request.timeout().ifPresent(builder::timeout);
              request
                  .headers()
                  .map()
                  .forEach((name, values) -> values.forEach(one -> builder.header(name, one)));
              return builder.setHeader("Proxy-Authorization", value).build();
            })
        .orElse(request);
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    return client.send(authorized(request), handler);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    return client.sendAsync(authorized(request), handler);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request,
      BodyHandler<T> handler,
      @Nullable PushPromiseHandler<T> pushPromiseHandler) {
    return client.sendAsync(authorized(request), handler, pushPromiseHandler);
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
