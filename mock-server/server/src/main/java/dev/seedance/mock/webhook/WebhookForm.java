package dev.seedance.mock.webhook;

import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form in which a store keeps webhooks: the settings, and each delivery by itself. */
record WebhookForm(WebhookFeature feature) implements Stored<DeliveryLog> {

  static final String SETTINGS = "settings";
  static final String DELIVERY = "delivery/";

  /**
   * A delivery in a store.
   *
   * @param delivery with the attempts whose results are known
   * @param begun the other attempts
   */
  record Kept(Delivery delivery, List<BegunAttempt> begun) {

    /** Returns the delivery for a server that does not know the results. */
    Delivery interrupted() {
      Delivery known = delivery;
      for (BegunAttempt attempt : begun) {
        known = known.interrupted(attempt);
      }
      return known;
    }
  }

  @Override
  public List<String> keys(DeliveryLog state) {
    return Stream.concat(
            Stream.of(SETTINGS), state.list().stream().map(delivery -> DELIVERY + delivery.id()))
        .toList();
  }

  @Override
  public @Nullable Object find(DeliveryLog state, String key) {
    return key.equals(SETTINGS) ? state.settings() : state.kept(key.substring(DELIVERY.length()));
  }

  @Override
  public Class<?> type(String key) {
    return key.equals(SETTINGS) ? WebhookSettings.class : Kept.class;
  }

  @Override
  public Runnable restore(Sandbox sandbox, Map<String, Object> documents) {
    WebhookSettings settings = WebhookSettings.DEFAULT;
    List<Delivery> deliveries = new ArrayList<>();
    for (Object document : documents.values()) {
      if (document instanceof Kept kept) {
        deliveries.add(kept.interrupted());
      } else {
        settings = (WebhookSettings) document;
      }
    }
    return feature.restore(sandbox, new WebhookFeature.Document(settings, deliveries));
  }
}
