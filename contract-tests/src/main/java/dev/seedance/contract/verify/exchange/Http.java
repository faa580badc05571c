package dev.seedance.contract.verify.exchange;

import dev.seedance.spec.http.HttpUrl;
import dev.seedance.spec.http.Requests;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends calls as they are: no retries, no redirects, nothing added. Thread-safe. */
public final class Http {

  /** The most bytes of a body that are read. The contract's responses have a few kilobytes. */
  public static final int MAX_BODY = 4 << 20;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final URI baseUrl;
  private final HttpClient client;

  /**
   * Creates a sender of calls below an address.
   *
   * @param baseUrl with or without a path; a slash at its end changes nothing
   */
  public Http(URI baseUrl) {
    this(baseUrl, clientBuilder().build());
  }

  /** As {@link #Http(URI)}, with a client from {@link #clientBuilder()}. */
  public Http(URI baseUrl, HttpClient client) {
    this.baseUrl = baseUrl;
    this.client = client;
  }

  /** Returns a builder with the settings that every call needs. */
  public static HttpClient.Builder clientBuilder() {
    return HttpClient.newBuilder()
        .version(Version.HTTP_1_1)
        .followRedirects(Redirect.NEVER)
        .connectTimeout(CONNECT_TIMEOUT);
  }

  /**
   * Sends a call and reads the response, at most {@link #MAX_BODY} of it.
   *
   * @throws IOException if no HTTP response came
   */
  public Response send(Call call) throws IOException {
    var body =
        call.body().length == 0 && !"POST".equals(call.method())
            ? BodyPublishers.noBody()
            : BodyPublishers.ofByteArray(call.body());
    var request = Requests.to(address(call.target())).timeout(TIMEOUT).method(call.method(), body);
    call.headers().forEach(request::header);
    try {
      var response = client.send(request.build(), BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        return new Response(
            response.statusCode(), response.headers()::firstValue, in.readNBytes(MAX_BODY));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Returns the address of a target: an absolute URL, or a path below the base URL. */
  private HttpUrl address(String target) throws IOException {
    String base = baseUrl.toString().replaceAll("/$", "");
    HttpUrl url = HttpUrl.parse(target);
    HttpUrl address = url == null ? HttpUrl.parse(base + target) : url;
    if (address == null) {
      throw new IOException("'" + base + target + "' is no http or https URL");
    }
    return address;
  }
}
