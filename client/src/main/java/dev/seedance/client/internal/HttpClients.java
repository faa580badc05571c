package dev.seedance.client.internal;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the HTTP client that is used if none was given. */
public final class HttpClients {

  private static final int THREADS = 16;
  private static final int IDLE_SECONDS = 10;

  private HttpClients() {}

  /**
   * Returns a client of HTTP/1.1, because one HTTP/2 connection takes only so many calls at once;
   * no redirects, because they could carry the key elsewhere.
   */
  public static HttpClient standard(Duration connectTimeout) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connectTimeout)
        .executor(threads())
        .build();
  }

  /**
   * Returns a bounded pool: the JDK's own would make hundreds of threads in a burst of 500 calls.
   */
  private static Executor threads() {
    var number = new AtomicInteger();
    var threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              var thread = new Thread(task, "seedance-http-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
