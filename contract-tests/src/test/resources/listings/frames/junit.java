import static dev.seedance.mock.testkit.Fault.respond;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.mock.testkit.*;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.*;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.*;
import org.junit.platform.launcher.core.*;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

// types

@SeedanceMock
class Members {
  // members
}

/** The code around the listings of docs/junit.md: a service that makes videos. */
class Frame {

  static void listing() {
    // statements
  }

  public static void main(String[] arguments) {
    listing();
    var listener = new SummaryGeneratingListener();
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(
                Stream.of("Members", "CheckoutTest", "OrdersTest")
                    .filter(Frame::isThere)
                    .map(name -> selectClass(name))
                    .toList())
            .build();
    LauncherFactory.create().execute(request, listener);
    var summary = listener.getSummary();
    summary.printFailuresTo(new PrintWriter(System.out, true));
    System.out.println(summary.getTestsSucceededCount() + " passed");
    System.exit(summary.getTotalFailureCount() == 0 ? 0 : 1);
  }

  private static boolean isThere(String name) {
    try {
      Class.forName(name);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}

/** Stands for the reader's own code. */
record VideoService(URI baseUrl, String apiKey) {

  String submit(String prompt) {
    String body = "{\"model\":\"seedance-2\",\"prompt\":\"" + prompt + "\"}";
    return call("", HttpRequest.BodyPublishers.ofString(body)).path("id").asText();
  }

  String state(String id) {
    return task(id).path("status").asText();
  }

  String videoOf(String prompt) {
    String id = submit(prompt);
    JsonNode task = task(id);
    while (!task.path("status").asText().matches("completed|failed")) {
      task = task(id);
    }
    return task.has("error")
        ? "Sorry: " + task.at("/error/message").asText()
        : task.at("/result/data/0/url").asText();
  }

  private JsonNode task(String id) {
    return call("/" + id, null);
  }

  private JsonNode call(String path, HttpRequest.BodyPublisher body) {
    var request =
        HttpRequest.newBuilder(URI.create(baseUrl + "/v1/videos/generations" + path))
            .header("Authorization", "Bearer " + apiKey)
            .header("Content-Type", "application/json");
    if (body != null) {
      request.POST(body);
    }
    try {
      return new ObjectMapper()
          .readTree(
              HttpClient.newHttpClient()
                  .send(request.build(), HttpResponse.BodyHandlers.ofString())
                  .body());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

/** Stands for the service of the front page. */
class Orders {

  record Order(String video) {}

  private final VideoService videos;

  Orders(URI baseUrl, String apiKey) {
    videos = new VideoService(baseUrl, apiKey);
  }

  Order place(String prompt) {
    return new Order(videos.videoOf(prompt));
  }
}
