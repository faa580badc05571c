package dev.seedance.mock.webhook;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFeature;
import dev.seedance.mock.sandbox.Stored;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The webhook settings of a sandbox, secrets included, and its deliveries with what is due. */
@Singleton
final class WebhookFeature extends SandboxFeature<DeliveryLog, WebhookFeature.Document> {

  record Document(WebhookSettings settings, List<Delivery> deliveries) {}

  private final OptionValues options;
  private final DeliverySchedule schedule;

  WebhookFeature(OptionValues options, DeliverySchedule schedule) {
    super("webhooks", DeliveryLog.class, Document.class);
    this.options = options;
    this.schedule = schedule;
  }

  @Override
  protected DeliveryLog create(Sandbox sandbox) {
    return new DeliveryLog(
        sandbox.id(),
        options.get(MockOptions.MAX_DELIVERIES),
        sandbox.heldBytes(),
        sandbox.changesOf(this),
        delivery -> DeliverySchedule.cancel(sandbox, delivery));
  }

  @Override
  public Optional<Stored<DeliveryLog>> stored() {
    return Optional.of(new WebhookForm(this));
  }

  @Override
  protected boolean forgetOldest(DeliveryLog state) {
    return state.forgetOne();
  }

  @Override
  protected Optional<String> notice(DeliveryLog state) {
    return state.notice();
  }

  @Override
  public Document save(DeliveryLog state) {
    return new Document(state.settings(), state.list());
  }

  @Override
  public Runnable restore(Sandbox sandbox, Document document) {
    return () -> {
      DeliveryLog log = sandbox.get(DeliveryLog.class);
      log.replaceAll(document.settings(), document.deliveries());
      log.list().forEach(delivery -> schedule.resume(sandbox, delivery));
    };
  }
}
