package dev.seedance.mock.webhook;

import dev.seedance.mock.sandbox.HeldBytes;
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
  private final HeldBytes heldBytes;
  private final Map<String, Delivery> deliveries = new LinkedHashMap<>();
  private volatile WebhookSettings settings = WebhookSettings.DEFAULT;

  /**
   * Starts with default settings and no delivery.
   *
   * @param capacity the number of deliveries that are kept, at least 1
   * @param heldBytes counts them
   */
  DeliveryLog(int capacity, HeldBytes heldBytes) {
    this.capacity = capacity;
    this.heldBytes = heldBytes;
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
    heldBytes.add(delivery.size());
    if (deliveries.size() > capacity) {
      forgetOldest();
    }
  }

  /** Forgets the oldest delivery; false if there is none. */
  synchronized boolean forgetOldest() {
    if (deliveries.isEmpty()) {
      return false;
    }
    var oldest = deliveries.values().iterator();
    heldBytes.add(-oldest.next().size());
    oldest.remove();
    return true;
  }

  synchronized void replaceAll(WebhookSettings other, List<Delivery> others) {
    settings = other;
    deliveries.values().forEach(delivery -> heldBytes.add(-delivery.size()));
    deliveries.clear();
    others.forEach(this::add);
  }

  synchronized Optional<Delivery> find(String id) {
    return Optional.ofNullable(deliveries.get(id));
  }

  synchronized Optional<Delivery> update(String id, UnaryOperator<Delivery> change) {
    Delivery delivery = deliveries.get(id);
    if (delivery == null) {
      return Optional.empty();
    }
    Delivery changed = change.apply(delivery);
    deliveries.put(id, changed);
    heldBytes.add(changed.size() - delivery.size());
    return Optional.of(changed);
  }

  synchronized List<Delivery> list() {
    return List.copyOf(deliveries.values());
  }
}
