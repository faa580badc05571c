package dev.seedance.mock.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a fault can strike. */
public enum FaultPoint {
  /** The answer to a submit. */
  @JsonProperty("submit")
  SUBMIT(
      Fault.OfResponse.class,
      "refuse, delay, malformed_body, cut_body, patch_body, connection_reset"),
  /** The answer to a status call. */
  @JsonProperty("poll")
  POLL(
      Fault.OfResponse.class,
      "refuse, delay, malformed_body, cut_body, patch_body, connection_reset"),
  /** An attempt to deliver a webhook. */
  @JsonProperty("webhook")
  WEBHOOK(Fault.OfWebhook.class, "delay, duplicate, bad_signature");

  private final Class<? extends Fault> type;
  private final String kinds;

  FaultPoint(Class<? extends Fault> type, String kinds) {
    this.type = type;
    this.kinds = kinds;
  }

  boolean takes(Fault fault) {
    return type.isInstance(fault);
  }

  String kinds() {
    return kinds;
  }

  /** The name in JSON. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
