package dev.seedance.mock.testkit;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of all views. It begins with the first call, because a start of the server is
 * faster without, and ends with the last server of this JVM that closes: no thread stays.
 */
final class SharedHttpClient {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private static @Nullable SharedHttpClient open;
  private static int servers;
  private static int calls;

  /** True after the last server has closed, until the client has ended or a server has started. */
  private static boolean ending;

  private final ExecutorService threads = Executors.newCachedThreadPool(SharedHttpClient::thread);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .executor(threads)
          .build();

  private SharedHttpClient() {}

  static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    HttpClient http = begin();
    try {
      return http.send(request, BodyHandlers.ofString());
    } finally {
      end();
    }
  }

  /** Keeps the client until the server ends. */
  static synchronized void serverStarted() {
    servers++;
    ending = false;
  }

  static synchronized void serverEnded() {
    servers--;
    ending = servers == 0;
    closeWhenIdle();
  }

  private static synchronized HttpClient begin() {
    calls++;
    SharedHttpClient client = open;
    if (client == null) {
      client = new SharedHttpClient();
      open = client;
    }
    return client.http;
  }

  private static synchronized void end() {
    calls--;
    closeWhenIdle();
  }

  private static void closeWhenIdle() {
    SharedHttpClient client = open;
    if (ending && calls == 0) {
      ending = false;
      open = null; // before JDK 21 a client ends once nothing refers to it
      if (client != null) {
        client.close();
      }
    }
  }

  private void close() {
    try {
      HttpClient.class.getMethod("shutdownNow").invoke(http); // since JDK 21
    } catch (NoSuchMethodException e) {
      // An older JDK: its client notices within 3 s that nothing refers to it.
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the HTTP client can't be shut down", e);
    }
    threads.shutdown();
  }

  private static Thread thread(Runnable task) {
    var thread = new Thread(task, "seedance-mock-client");
    thread.setDaemon(true);
    return thread;
  }
}
