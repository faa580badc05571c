package dev.seedance.mock.webhook;

import dev.seedance.mock.sandbox.HeldBytes;
import dev.seedance.mock.sandbox.PartChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The webhook settings of a sandbox and the log of its deliveries.
 *
 * <p>Bounded: one delivery more than the capacity forgets the oldest that is finished. If none is,
 * it drops the oldest, with the attempts that it still had to come, and counts it. Thread-safe.
 */
final class DeliveryLog {

  private final String sandboxId;
  private final int capacity;
  private final HeldBytes heldBytes;
  private final PartChanges changes;
  private final Consumer<Delivery> onForgotten;
  private final Map<String, Delivery> deliveries = new LinkedHashMap<>();

  /** The attempts that wait for their results, by delivery; kept for the store alone. */
  private final Map<String, List<BegunAttempt>> begun = new HashMap<>();

  private volatile WebhookSettings settings = WebhookSettings.DEFAULT;
  private long dropped;

  /**
   * Starts with default settings and no delivery.
   *
   * @param sandboxId for the server's log
   * @param capacity the number of deliveries that are kept, at least 1
   * @param heldBytes counts them
   * @param changes keeps account of the settings and of each delivery
   * @param onForgotten takes each delivery that is no longer kept
   */
  DeliveryLog(
      String sandboxId,
      int capacity,
      HeldBytes heldBytes,
      PartChanges changes,
      Consumer<Delivery> onForgotten) {
    this.sandboxId = sandboxId;
    this.capacity = capacity;
    this.heldBytes = heldBytes;
    this.changes = changes;
    this.onForgotten = onForgotten;
  }

  /** Returns the number of deliveries that were forgotten before they were finished. */
  synchronized long dropped() {
    return dropped;
  }

  WebhookSettings settings() {
    return settings;
  }

  synchronized WebhookSettings change(UnaryOperator<WebhookSettings> change) {
    settings = change.apply(settings);
    changes.mark(WebhookForm.SETTINGS);
    return settings;
  }

  /** Returns a sentence about the deliveries that were dropped; empty if there are none. */
  synchronized Optional<String> notice() {
    return dropped == 0
        ? Optional.empty()
        : Optional.of(
            "%d webhook deliveries were dropped before they were finished, because more than %d waited or memory was short; raise --max-deliveries or --max-memory."
                .formatted(dropped, capacity));
  }

  /** Adds a delivery; part of an atomic change of the sandbox. */
  synchronized void add(Delivery delivery) {
    deliveries.put(delivery.id(), delivery);
    heldBytes.add(delivery.size());
    mark(delivery.id());
    if (deliveries.size() > capacity) {
      forgetOne();
    }
  }

  /** Forgets the oldest finished delivery, else the oldest of all; false if there is none. */
  synchronized boolean forgetOne() {
    if (deliveries.isEmpty()) {
      return false;
    }
    Delivery oldest = deliveries.values().iterator().next();
    Delivery forgotten =
        deliveries.values().stream().filter(Delivery::isFinished).findFirst().orElse(oldest);
    deliveries.remove(forgotten.id());
    if (!forgotten.isFinished() && dropped++ == 0) { // the log is told once, the caller how many
      LoggerFactory.getLogger(DeliveryLog.class)
          .warn(
              "sandbox {} drops webhook deliveries that are not finished: more than {} wait, or"
                  + " memory is short; raise --max-deliveries or --max-memory",
              sandboxId,
              capacity);
    }
    release(forgotten);
    return true;
  }

  private void release(Delivery forgotten) {
    heldBytes.add(-forgotten.size());
    begun.remove(forgotten.id());
    mark(forgotten.id());
    onForgotten.accept(forgotten);
  }

  synchronized void replaceAll(WebhookSettings other, List<Delivery> others) {
    settings = other;
    deliveries.values().forEach(this::release);
    deliveries.clear();
    dropped = 0;
    changes.replaced();
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
    mark(id);
    return Optional.of(changed);
  }

  /**
   * Notes that an attempt begins, and gives it its number.
   *
   * @return empty if the delivery is no longer kept
   */
  synchronized Optional<BegunAttempt> begin(String id, Instant now, boolean planned) {
    Delivery delivery = deliveries.get(id);
    if (delivery == null) {
      return Optional.empty();
    }
    List<BegunAttempt> under = begun.computeIfAbsent(id, delivered -> new ArrayList<>());
    int number =
        under.stream()
            .mapToInt(other -> other.number() + 1)
            .reduce(delivery.nextNumber(), Math::max);
    var attempt = new BegunAttempt(number, now, planned);
    under.add(attempt);
    mark(id);
    return Optional.of(attempt);
  }

  /** Notes that an attempt has its result, which is logged in the same change. */
  synchronized void end(String id, BegunAttempt attempt) {
    begun.computeIfPresent(
        id,
        (delivered, under) -> {
          under.remove(attempt);
          return under.isEmpty() ? null : under;
        });
  }

  /** Returns a delivery for the store; null if there is none. */
  synchronized WebhookForm.@Nullable Kept kept(String id) {
    Delivery delivery = deliveries.get(id);
    return delivery == null
        ? null
        : new WebhookForm.Kept(delivery, List.copyOf(begun.getOrDefault(id, List.of())));
  }

  private void mark(String id) {
    changes.mark(WebhookForm.DELIVERY + id);
  }

  synchronized List<Delivery> list() {
    return List.copyOf(deliveries.values());
  }
}
