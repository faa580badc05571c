package dev.seedance.client.docs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.seedance.client.webhook.VerifiedEvent;
import dev.seedance.client.webhook.WebhookRefusedException;
import dev.seedance.client.webhook.WebhookVerifier;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Receives the provider's events with the JDK's own server. */
final class WebhookHandler implements HttpHandler {

  private final WebhookVerifier verifier;
  private final Consumer<VerifiedEvent> inbox;
  private final Set<String> seen = ConcurrentHashMap.newKeySet(); // a table, where there are two

  WebhookHandler(WebhookVerifier verifier, Consumer<VerifiedEvent> inbox) {
    this.verifier = verifier;
    this.inbox = inbox; // hand over and return: the provider waits 10 s
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status(exchange), -1);
    }
  }

  private int status(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(1 << 20);
    try {
      VerifiedEvent event = verifier.verify(exchange.getRequestHeaders()::getFirst, body);
      if (seen.add(event.id())) {
        inbox.accept(event);
      }
      return 204;
    } catch (WebhookRefusedException e) {
      return 400;
    }
  }
}
