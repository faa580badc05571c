import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.*;
import dev.seedance.client.webhook.*;
import java.io.File;
import java.io.IOException;
import java.net.*;
import java.net.http.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

// types

/** Delivers the conformance vectors of signatures to the handler: twice what is genuine. */
class Frame {

  public static void main(String[] arguments) throws Exception {
    var time = Clock.fixed(Instant.ofEpochSecond(1783953302), ZoneOffset.UTC);
    var inbox = new ArrayList<VerifiedEvent>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook", new WebhookHandler(WebhookVerifier.of("whsec_example").withClock(time), inbox::add));
    server.start();
    URI hook = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    try {
      System.out.println(
          deliver(hook, "completed") + " " + deliver(hook, "completed") + " " + inbox.size());
      System.out.println(deliver(hook, "tampered-body") + " " + inbox.size());
    } finally {
      server.stop(0);
    }
  }

  private static int deliver(URI hook, String name) throws Exception {
    JsonNode vectors =
        new ObjectMapper().readTree(new File("api-spec/vectors/webhooks/signatures.json"));
    for (JsonNode vector : vectors.path("vectors")) {
      if (vector.path("name").asText().equals(name)) {
        var request =
            HttpRequest.newBuilder(hook)
                .POST(HttpRequest.BodyPublishers.ofString(vector.path("body").asText()));
        for (var header : vector.path("headers").properties()) {
          request.header(header.getKey(), header.getValue().asText());
        }
        return HttpClient.newHttpClient()
            .send(request.build(), HttpResponse.BodyHandlers.discarding())
            .statusCode();
      }
    }
    throw new IllegalStateException("no vector " + name);
  }
}
