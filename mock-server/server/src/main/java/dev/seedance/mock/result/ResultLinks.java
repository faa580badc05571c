package dev.seedance.mock.result;

import dev.seedance.mock.generation.Task;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

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

  private static final int MAX_HOST = 255;
  private static final String HOST_PUNCTUATION = ".:[]_-";

  private final Provider<EmbeddedServer> server;

  ResultLinks(Provider<EmbeddedServer> server) {
    this.server = server;
  }

  /** Where a task's files stand, as a URL that ends with a slash. */
  public String of(HttpRequest<?> request, Sandbox sandbox, Task task) {
    return of(origin(request), sandbox, task);
  }

  /** The same where no request is at hand: by the address at which the task was submitted. */
  public String of(Sandbox sandbox, Task task) {
    return of(task.callback().origin(), sandbox, task);
  }

  /** Where a caller reached the server, such as {@code http://127.0.0.1:8080}. */
  public String origin(HttpRequest<?> request) {
    return "http://".concat(host(request)); // asked by each submit: a builder would grow twice
  }

  private static String of(String origin, Sandbox sandbox, Task task) {
    return origin + ROOT + "/" + sandbox.id() + "/" + task.id() + "/";
  }

  private String host(HttpRequest<?> request) {
    String host = request.getHeaders().get(HttpHeaders.HOST);
    return host != null && isHost(host)
        ? host
        : server.get().getHost() + ":" + server.get().getPort();
  }

  /** Whether a header is nothing but a name or an address, and so safe to put into a URL. */
  private static boolean isHost(String host) {
    for (int i = 0; i < host.length(); i++) {
      char each = host.charAt(i);
      boolean alphanumeric =
          (each >= 'a' && each <= 'z')
              || (each >= 'A' && each <= 'Z')
              || (each >= '0' && each <= '9');
      if (!alphanumeric && HOST_PUNCTUATION.indexOf(each) < 0) {
        return false;
      }
    }
    return !host.isEmpty() && host.length() <= MAX_HOST;
  }
}
