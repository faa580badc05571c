package dev.seedance.mock.webhook;

import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import dev.seedance.mock.generation.Callback;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a sandbox knows of webhooks: its settings and what was sent.
 *
 * <p>Bounded: one delivery more than the capacity forgets the oldest, and whatever was still to be
 * sent of it. Thread-safe.
 */
public final class Webhooks {

  private final int capacity;
  private final Map<String, Delivery> deliveries = new LinkedHashMap<>();
  private volatile WebhookSettings settings = WebhookSettings.DEFAULT;

  /**
   * Default settings and nothing sent.
   *
   * @param capacity how many deliveries are kept, at least 1
   */
  public Webhooks(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Refuses a request for a webhook that could never be sent.
   *
   * @throws ApiException 400 {@code webhook_not_configured}
   */
  public void requireConfiguredFor(Callback callback) {
    if (callback.url() != null && !settings().enabled()) {
      throw ApiException.of(
          ErrorCode.WEBHOOK_NOT_CONFIGURED,
          "callback_url needs webhooks, which are switched off; PUT /_mock/webhooks"
              + " {\"enabled\":true}, or leave callback_url out",
          "callback_url");
    }
  }

  /** The secret that signs. Default: {@code whsec_seedance_mock}. */
  public String secret() {
    return settings().secret();
  }

  /**
   * Names the receiver of the events of tasks that are submitted from now on without a {@code
   * callback_url}.
   *
   * @throws ApiException where it is no absolute HTTP URL
   */
  public void deliverTo(String url) {
    String checked = SettingsChange.requireUrl("url", url);
    change(
        present ->
            new WebhookSettings(present.enabled(), present.secret(), present.previous(), checked));
  }

  /** The deliveries that are kept, the oldest first. */
  public List<Delivery> deliveries() {
    return list();
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
