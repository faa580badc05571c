package dev.seedance.contract.pact;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.Matchers;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import dev.seedance.client.webhook.VerifiedEvent;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One event that the receiver needs.
 *
 * @param description the event; unique in its pact
 * @param body the event's body
 * @param reader the assertions on the event that the receiver has read
 */
record WebhookNeed(String description, DslPart body, Consumer<VerifiedEvent> reader) {

  static final String ID = "X-ToAPIs-Webhook-Id";
  static final String TIMESTAMP = "X-ToAPIs-Webhook-Timestamp";
  static final String SIGNATURE = "X-ToAPIs-Webhook-Signature";

  /** The headers of a delivery, which travel as metadata. */
  static final Map<String, Object> METADATA =
      Map.of(
          "contentType",
          "application/json",
          ID,
          Matchers.regexp("evt_.+", WebhookNeeds.SAMPLE_EVENT),
          TIMESTAMP,
          Matchers.regexp("\\d+", "1783953131"),
          SIGNATURE,
          Matchers.regexp("v1=[0-9a-f]{64}(,\\s*v1=[0-9a-f]{64})*", "v1=" + "0".repeat(64)));

  /** Adds the event to a pact. */
  void addTo(PactBuilder pact) {
    pact.expectsToReceiveMessageInteraction(
        description,
        message ->
            message.withContents(contents -> contents.withMetadata(METADATA).withContent(body)));
  }

  @Override
  public String toString() {
    return description;
  }
}
