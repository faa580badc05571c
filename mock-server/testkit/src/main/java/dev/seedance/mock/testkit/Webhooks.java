package dev.seedance.mock.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The webhooks of one sandbox: settings, and what was sent. Each method asks the server. */
public final class Webhooks {

  private static final String PATH = "/webhooks";
  private static final String DEFAULT_SECRET = "whsec_seedance_mock";

  private final ControlPlane control;

  Webhooks(ControlPlane control) {
    this.control = control;
  }

  /**
   * Returns the secret that signs, while it is the server's own.
   *
   * @throws IllegalStateException when another was set: the server shows it to nobody, so keep what
   *     you gave to {@link #setSecret}, or got from {@link #rotateSecret()}
   */
  public String secret() {
    if (!control.get(PATH).flag("secret_is_default")) {
      throw new IllegalStateException(
          "the secret was changed, and the server does not show it; keep what you set or rotated");
    }
    return DEFAULT_SECRET;
  }

  /**
   * Sets the secret that signs.
   *
   * @param secret 1 to 256 characters
   * @throws IllegalArgumentException when it is too short or too long
   */
  public void setSecret(String secret) {
    change("secret", secret);
  }

  /** Draws a new secret and returns it; for 24 h of sandbox time the old one signs as well. */
  public String rotateSecret() {
    return control.post(PATH + "/rotate-secret", JsonObject.EMPTY).text("secret");
  }

  /**
   * Changes the secret; for 24 h of sandbox time the old one signs as well.
   *
   * @param secret 1 to 256 characters
   * @throws IllegalArgumentException when it is too short or too long
   */
  public void rotateSecret(String secret) {
    control.post(PATH + "/rotate-secret", JsonObject.EMPTY.with("secret", secret));
  }

  /** Returns until when the secret before a rotation signs as well; empty when it does not. */
  public Optional<Instant> previousSecretUntil() {
    return control.get(PATH).optionalInstant("previous_secret_until");
  }

  /**
   * Names the receiver of the events of tasks that are submitted from now on without a {@code
   * callback_url}.
   *
   * @param url an absolute HTTP URL; empty text for nowhere
   * @throws IllegalArgumentException when it is no such URL
   */
  public void deliverTo(String url) {
    change("default_url", url.isEmpty() ? url : requireUrl(url));
  }

  /** Returns the receiver that {@link #deliverTo} named; empty when there is none. */
  public Optional<String> deliversTo() {
    return control.get(PATH).optionalText("default_url");
  }

  /** Switches webhooks on, as they are at first, or off: then a {@code callback_url} is refused. */
  public void setEnabled(boolean enabled) {
    change("enabled", enabled);
  }

  /** Returns true when webhooks are on. */
  public boolean isEnabled() {
    return control.get(PATH).flag("enabled");
  }

  /**
   * Sends a trial event to the receiver that {@link #deliverTo} named, and returns it when it was
   * attempted.
   *
   * @throws IllegalArgumentException when none was named
   */
  public Delivery test() {
    return new Delivery(control.post(PATH + "/test", JsonObject.EMPTY));
  }

  /**
   * Sends a trial event, and returns it when it was attempted.
   *
   * @throws IllegalArgumentException when the URL is not an absolute one of HTTP
   */
  public Delivery test(String url) {
    return new Delivery(
        control.post(PATH + "/test", JsonObject.EMPTY.with("url", requireUrl(url))));
  }

  /** Returns the deliveries that are kept, the oldest first. */
  public List<Delivery> deliveries() {
    return deliveries("");
  }

  /** Returns the deliveries that tell of a task, the oldest first. */
  public List<Delivery> deliveriesOf(String taskId) {
    return deliveries("?task_id=" + ControlPlane.encoded(taskId));
  }

  /** Sends an event once more, beside the retry table; returns it when it was attempted. */
  public Delivery redeliver(Delivery delivery) {
    String path = PATH + "/deliveries/" + ControlPlane.encoded(delivery.id()) + "/redeliver";
    return new Delivery(control.post(path));
  }

  /**
   * Waits up to 10 s of real time for an event that was attempted, and returns it.
   *
   * @param type the event's type, such as {@code generation.completed}
   * @throws AssertionError when none comes; the message says what came instead
   */
  public Delivery await(String type) {
    return new Await("webhook '" + type + "'", Await.DEFAULT_LIMIT, new MockClock(control))
        .first(
            this::deliveries,
            delivery -> delivery.type().equals(type) && !delivery.attempts().isEmpty());
  }

  /**
   * Waits for a delivery, and returns it.
   *
   * @param limit how long, in real time
   * @param wanted says which
   * @throws AssertionError when none comes; the message says what came instead
   */
  public Delivery await(Duration limit, Predicate<? super Delivery> wanted) {
    return new Await("webhook as wanted", limit, new MockClock(control))
        .first(this::deliveries, wanted);
  }

  private List<Delivery> deliveries(String query) {
    return control.get(PATH + "/deliveries" + query).objects("deliveries").stream()
        .map(Delivery::new)
        .toList();
  }

  private static String requireUrl(String url) {
    return HttpAddress.require("receiver", url, "http://127.0.0.1:9000/webhooks");
  }

  private void change(String name, Object value) {
    control.put(PATH, JsonObject.EMPTY.with(name, value));
  }
}
