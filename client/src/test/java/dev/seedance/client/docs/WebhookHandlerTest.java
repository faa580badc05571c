package dev.seedance.client.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.seedance.client.internal.Json;
import dev.seedance.client.webhook.VerifiedEvent;
import dev.seedance.client.webhook.WebhookVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The handler of the docs, under a real server. */
class WebhookHandlerTest {

  private final List<VerifiedEvent> inbox = new ArrayList<>();
  private HttpServer server = httpServer();

  @BeforeEach
  void start() {
    var time = Clock.fixed(Instant.ofEpochSecond(1783953302), ZoneOffset.UTC);
    WebhookVerifier verifier = WebhookVerifier.of("whsec_example").withClock(time);
    server.createContext("/hook", new WebhookHandler(verifier, inbox::add));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void takes_each_event_once_and_says_so_each_time() throws Exception {
    assertThat(deliver("completed")).isEqualTo(204);
    assertThat(deliver("completed")).isEqualTo(204);
    assertThat(inbox).hasSize(1);
  }

  @Test
  void refuses_what_is_forged() throws Exception {
    assertThat(deliver("tampered-body")).isEqualTo(400);
    assertThat(inbox).isEmpty();
  }

  private int deliver(String name) throws Exception {
    var vectors =
        Json.MAPPER.readTree(Path.of("../api-spec/vectors/webhooks/signatures.json").toFile());
    for (var vector : vectors.path("vectors")) {
      if (vector.path("name").asText().equals(name)) {
        var request =
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook"))
                .POST(BodyPublishers.ofString(vector.path("body").asText()));
        for (var header : vector.path("headers").properties()) {
          request.header(header.getKey(), header.getValue().asText());
        }
        return HttpClient.newHttpClient()
            .send(request.build(), BodyHandlers.discarding())
            .statusCode();
      }
    }
    throw new AssertionError("no vector " + name);
  }

  private static HttpServer httpServer() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
