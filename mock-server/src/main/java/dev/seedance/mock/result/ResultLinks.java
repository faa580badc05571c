package dev.seedance.mock.result;

import dev.seedance.mock.generation.Task;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Makes the URLs of result files.
 *
 * <p>They start with the address by which the caller reached the server, so that they work through
 * a forwarded port or another host name too.
 */
@Singleton
public final class ResultLinks {

  /** Where the files stand below the server's root. */
  static final String ROOT = "/files";

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]_-]{1,255}");

  private final Provider<EmbeddedServer> server;

  ResultLinks(Provider<EmbeddedServer> server) {
    this.server = server;
  }

  /** Where a task's files stand, as a URL that ends with a slash. */
  public String of(HttpRequest<?> request, Sandbox sandbox, Task task) {
    return "http://" + host(request) + ROOT + "/" + sandbox.id() + "/" + task.id() + "/";
  }

  private String host(HttpRequest<?> request) {
    String host = request.getHeaders().get(HttpHeaders.HOST);
    return host != null && HOST.matcher(host).matches()
        ? host
        : server.get().getHost() + ":" + server.get().getPort();
  }
}
