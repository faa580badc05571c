package dev.seedance.client.internal;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP connections of a client, and the threads that serve them. An {@link HttpClient} of the
 * caller stays open when they are closed. Thread-safe.
 */
public final class Connections implements AutoCloseable {

  private static final int THREADS = 16;
  private static final int IDLE_SECONDS = 10;
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);
  private static final AtomicInteger CLIENTS = new AtomicInteger();

  private final @Nullable Workers workers;
  private volatile @Nullable HttpClient http;

  private Connections(HttpClient http, @Nullable Workers workers) {
    this.http = http;
    this.workers = workers;
  }

  /** Returns the connections of a client that belongs to the caller. */
  public static Connections of(HttpClient http) {
    return new Connections(http, null);
  }

  /**
   * Returns the settings of a client: HTTP/1.1, because one HTTP/2 connection takes only so many
   * calls at once; no redirects, because they could carry the key elsewhere.
   */
  public static HttpClient.Builder settings(Duration connectTimeout) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connectTimeout);
  }

  /** Returns connections with these settings and threads of their own. */
  public static Connections standard(Duration connectTimeout) {
    var workers = new Workers();
    HttpClient http = RealTime.apart(() -> settings(connectTimeout).executor(workers.pool).build());
    return new Connections(http, workers);
  }

  /**
   * Sends a request.
   *
   * @throws IllegalStateException if the connections are closed
   */
  public <T> CompletableFuture<HttpResponse<T>> send(HttpRequest request, BodyHandler<T> handler) {
    HttpClient open = http;
    if (open == null) {
      throw UnderWay.closed();
    }
    return open.sendAsync(request, handler);
  }

  /** Ends the connections and their threads. Returns when the threads have ended. */
  @Override
  public void close() {
    HttpClient open = http;
    Workers own = workers;
    http = null; // before JDK 21 a client ends once nothing refers to it, and not before
    if (open == null || own == null) {
      return;
    }
    shutDown(open);
    own.end();
  }

  /** Calls {@code HttpClient.shutdownNow}, which the JDK has from 21 on. */
  private static void shutDown(HttpClient http) {
    try {
      HttpClient.class.getMethod("shutdownNow").invoke(http);
    } catch (NoSuchMethodException e) {
      // An older JDK: its client notices within 3 s that nothing refers to it.
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the HTTP client can't be shut down", e);
    }
  }

  /**
   * The threads of a client, in a bounded pool: the JDK's own would make hundreds of threads in a
   * burst of 500 calls. Listeners run on them, so they have the class loader of their program.
   */
  private static final class Workers implements ThreadFactory {

    private final Set<Thread> alive = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private final String prefix = "seedance-client-" + CLIENTS.incrementAndGet() + "-";
    private final @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();
    final ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this);

    Workers() {
      pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public Thread newThread(Runnable task) {
      var thread = new Thread(task, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      thread.setContextClassLoader(loader);
      alive.removeIf(other -> other.getState() == Thread.State.TERMINATED);
      alive.add(thread);
      return thread;
    }

    /** Ends the threads, and waits for them unless it runs on one of them. */
    void end() {
      pool.shutdown();
      if (!alive.contains(Thread.currentThread())) {
        RealTime.awaitEnd(alive, LONGEST_CLOSE);
      }
    }
  }
}
