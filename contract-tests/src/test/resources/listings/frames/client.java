import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.seedance.client.*;
import dev.seedance.client.error.*;
import dev.seedance.client.model.*;
import dev.seedance.client.webhook.*;
import java.io.IOException;
import java.net.*;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.Consumer;

// types

/** The code around the listings of docs/client.md: a client, a request and a task. */
class Frame {

  static SeedanceClient client;
  static GenerationRequest request;
  static List<GenerationRequest> requests;
  static GenerationTask task;

  static Object listing() throws Exception {
    if (true) {
      // statements
    }
    return null;
  }

  public static void main(String[] arguments) throws Exception {
    client =
        SeedanceClient.builder()
            .baseUrl("http://127.0.0.1:8080")
            .apiKey("docs")
            .sleeper(wait -> CompletableFuture.completedFuture(null)) // polls advance the mock's clock
            .build();
    request =
        new GenerationRequest()
            .model(VideoModel.SEEDANCE_2)
            .prompt("A calm sea")
            .returnLastFrame(true)
            .duration(4);
    requests = List.of(request);
    task = client.generate(request);
    Object result = listing();
    if (result instanceof List<?> futures) {
      for (Object future : futures) {
        System.out.println(((Future<?>) future).get());
      }
    } else if (result != null) {
      System.out.println(result);
    }
  }
}
