package dev.seedance.mock.race;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.MockProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A server with a heap of {@value #HEAP_MB} MiB is filled in every way that callers have. It
 * forgets and it refuses, and it never runs out of memory.
 *
 * <p>System properties: {@code seedance.fill.seconds} goes on for a time instead of {@value
 * #REQUESTS} requests a thread, {@code seedance.fill.seed} repeats the requests.
 */
class SmallHeapTest {

  private static final int HEAP_MB = 64;
  private static final int THREADS = 4;
  private static final int REQUESTS = 150;

  /** More keys than sandboxes are kept. */
  private static final int KEYS = 1_500;

  /**
   * A request.
   *
   * @param body empty for a GET
   */
  private record Filling(String method, String path, String type, String body) {

    static Filling json(String method, String path, String body) {
      return new Filling(method, path, "application/json", body);
    }

    static Filling submit(String members) {
      return json("POST", "/v1/videos/generations", "{\"model\":\"seedance-2\"" + members + "}");
    }
  }

  private final Map<String, Integer> statuses = new ConcurrentSkipListMap<>();

  @Test
  void it_forgets_and_refuses_and_never_runs_out_of_memory() throws Exception {
    long seconds = Long.getLong("seedance.fill.seconds", 0);
    long seed = Long.getLong("seedance.fill.seed", 0);
    Process process = MockProcess.of(List.of("-Xmx" + HEAP_MB + "m"), "--clock=frozen").start();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (BufferedReader out = process.inputReader()) {
      URI address = MockProcess.address(out);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      List<Callable<Void>> fills = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        var random = new Random(seed * THREADS + i);
        fills.add(() -> fill(address, random, seconds, end));
      }
      for (Future<Void> fill : threads.invokeAll(fills)) {
        fill.get();
      }
      assertThat(process.isAlive()).isTrue();
    } finally {
      threads.shutdownNow();
      process.destroyForcibly();
      System.out.printf("small heap: seed %d, responses %s%n", seed, statuses);
    }
    assertThat(statuses.keySet()).allMatch(status -> status.matches("[24]..|503"));
    assertThat(statuses.get("200")).isPositive();
  }

  private Void fill(URI address, Random random, long seconds, long end) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    String snapshot = "";
    for (int sent = 0; seconds == 0 ? sent < REQUESTS : System.nanoTime() < end; sent++) {
      Filling filling = filling(random, snapshot);
      HttpResponse<String> response = send(client, address, filling, random.nextInt(KEYS));
      statuses.merge(Integer.toString(response.statusCode()), 1, Integer::sum);
      if (filling.path().equals("/_mock/snapshot") && !response.body().isEmpty()) {
        snapshot = response.body();
      }
    }
    return null;
  }

  private static HttpResponse<String> send(HttpClient client, URI address, Filling filling, int key)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address.resolve(filling.path()))
            .method(filling.method(), BodyPublishers.ofString(filling.body(), ISO_8859_1))
            .header("Authorization", "Bearer key-" + key)
            .header("Content-Type", filling.type())
            .build(),
        HttpResponse.BodyHandlers.ofString(ISO_8859_1));
  }

  /** Chooses a request, large or very large. */
  private static Filling filling(Random random, String snapshot) {
    int times = List.of(1, 100, 1_000).get(random.nextInt(3));
    return switch (random.nextInt(12)) {
      case 0 -> Filling.submit(",\"prompt\":\"" + "x".repeat(9 * times) + "\"");
      case 1 ->
          Filling.submit(",\"prompt\":\"x\",\"metadata\":{" + members(random, 40 * times) + "}");
      case 2 -> Filling.submit(",\"prompt\":\"x\"" + "," + members(random, 400 * times));
      case 3 -> Filling.submit(",\"prompt\":\"x\",\"a\":[" + "[],".repeat(900 * times) + "0]");
      case 4 ->
          Filling.submit(",\"prompt\":\"x\",\"image_urls\":[\"" + image(4_000 * times) + "\"]");
      case 5 ->
          Filling.submit(
              ",\"prompt\":\"x\",\"callback_url\":\"http://127.0.0.1:9/"
                  + "y".repeat(times)
                  + "\"");
      case 6 -> Filling.json("POST", "/_mock/scenarios", scenario(random, 20 * times));
      case 7 ->
          Filling.json(
              "POST",
              "/v1/videos/doubao-seedance-2-0/private-avatar/groups",
              "{\"model\":\"seedance-2\",\"name\":\"a\",\"description\":\""
                  + "d".repeat(2 * times)
                  + "\"}");
      case 8 -> upload(3_000 * times);
      case 9 -> new Filling("GET", "/_mock/snapshot", "application/json", "");
      case 10 -> new Filling("PUT", "/_mock/snapshot", "application/json", snapshot);
      default ->
          Filling.json(
              "PUT",
              "/_mock/snapshot",
              "{\"version\":1,\"parts\":{\"tasks\":[" + "{},".repeat(800 * times) + "{}]}}");
    };
  }

  private static String members(Random random, int count) {
    var members = new StringBuilder("\"m\":0");
    int first = random.nextInt(1_000);
    for (int i = 0; i < count; i++) {
      members.append(",\"k").append(first + i).append("\":1");
    }
    return members.toString();
  }

  private static String scenario(Random random, int elements) {
    String body = "{\"error\":[" + "[],".repeat(elements) + "0]}";
    return "{\"name\":\"s"
        + random.nextInt(200)
        + "\",\"faults\":[{\"on\":\"poll\",\"fault\":{\"kind\":\"refuse\",\"status\":500,\"body\":"
        + body
        + "}}]}";
  }

  private static String image(int length) {
    return "data:image/png;base64,iVBORw0KGgo" + "A".repeat(length);
  }

  private static Filling upload(int length) {
    String head =
        """
        --b\r
        Content-Disposition: form-data; name="file"; filename="a.png"\r
        Content-Type: image/png\r
        \r
        \u0089PNG\r
        \u001a
        """;
    String form = head + "x".repeat(length) + "\r\n--b--\r\n";
    return new Filling("POST", "/v1/uploads/images", "multipart/form-data; boundary=b", form);
  }
}
