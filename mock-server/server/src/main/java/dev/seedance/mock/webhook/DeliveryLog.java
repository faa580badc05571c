package dev.seedance.mock.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The webhook settings of a sandbox and the log of its deliveries.
 *
 * <p>Bounded: one delivery more than the capacity forgets the oldest, with the attempts that it
 * still had to come. Thread-safe.
 */
final class DeliveryLog {

  private final int capacity;
  private final Map<String, Delivery> deliveries = new LinkedHashMap<>();
  private volatile WebhookSettings settings = WebhookSettings.DEFAULT;

  /**
   * Starts with default settings and no delivery.
   *
   * @param capacity the number of deliveries that are kept, at least 1
   */
  DeliveryLog(int capacity) {
    this.capacity = capacity;
  }

  WebhookSettings settings() {
    return settings;
  }

  synchronized WebhookSettings change(UnaryOperator<WebhookSettings> change) {
    settings = change.apply(settings);
    return settings;
  }

  synchronized void add(Delivery delivery) {
    deliveries.put(delivery.id(), delivery);
    if (deliveries.size() > capacity) {
      deliveries.remove(deliveries.keySet().iterator().next());
    }
  }

  synchronized void replaceAll(WebhookSettings other, List<Delivery> others) {
    settings = other;
    deliveries.clear();
    others.forEach(this::add);
  }

  synchronized Optional<Delivery> find(String id) {
    return Optional.ofNullable(deliveries.get(id));
  }

  synchronized Optional<Delivery> update(String id, UnaryOperator<Delivery> change) {
    return Optional.ofNullable(
        deliveries.computeIfPresent(id, (same, delivery) -> change.apply(delivery)));
  }

  synchronized List<Delivery> list() {
    return List.copyOf(deliveries.values());
  }
}
