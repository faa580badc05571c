package dev.seedance.contract.pact;

import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.core.model.DefaultPactWriter;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** The pacts of this project, and the names that the two sides of them share. */
final class Pacts {

  /** The consumer of the API: our client. */
  static final String CLIENT = "seedance-client";

  static final String API = "seedance-api";

  /** The consumer of events: a receiver with our verifier. */
  static final String WEBHOOK_RECEIVER = "seedance-webhook-receiver";

  static final String WEBHOOKS = "seedance-webhooks";

  /** The key that every provider knows. */
  static final String KEY = "pact-key";

  /** A key that none knows. */
  static final String UNKNOWN_KEY = "nobody-s-key";

  private Pacts() {}

  /** Returns every pact, as it is to be published. */
  static List<V4Pact> all() {
    PactBuilder client = new PactBuilder(CLIENT, API, PactSpecVersion.V4);
    ClientNeeds.all().forEach(need -> need.addTo(client));
    PactBuilder receiver = new PactBuilder(WEBHOOK_RECEIVER, WEBHOOKS, PactSpecVersion.V4);
    WebhookNeeds.all().forEach(need -> need.addTo(receiver));
    return List.of(client.toPact(), receiver.toPact());
  }

  static String fileName(V4Pact pact) {
    return pact.getConsumer().getName() + "-" + pact.getProvider().getName() + ".json";
  }

  /** Returns the pact as a document; it is sorted, so that the same pact is the same text. */
  static String text(V4Pact pact) {
    var text = new StringWriter();
    DefaultPactWriter.INSTANCE
        .writePact(pact, new PrintWriter(text), PactSpecVersion.V4)
        .expect(() -> "can't write the pact " + fileName(pact));
    return text.toString().stripTrailing() + "\n";
  }
}
