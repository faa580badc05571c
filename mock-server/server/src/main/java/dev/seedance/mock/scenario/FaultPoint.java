package dev.seedance.mock.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The point at which a fault is injected. */
public enum FaultPoint {
  /** The response to a submit. */
  @JsonProperty("submit")
  SUBMIT(Fault.OfResponse.class, Fault.OfResponse.KINDS),
  /** The response to a poll. */
  @JsonProperty("poll")
  POLL(Fault.OfResponse.class, Fault.OfResponse.KINDS),
  /** The response to a poll of an id that the sandbox does not know. */
  @JsonProperty("unknown_poll")
  UNKNOWN_POLL(Fault.OfResponse.class, Fault.OfResponse.KINDS),
  /** An attempt to deliver a webhook. */
  @JsonProperty("webhook")
  WEBHOOK(Fault.OfWebhook.class, Fault.OfWebhook.KINDS);

  private final Class<? extends Fault> type;
  private final String kinds;

  FaultPoint(Class<? extends Fault> type, String kinds) {
    this.type = type;
    this.kinds = kinds;
  }

  boolean allows(Fault fault) {
    return type.isInstance(fault);
  }

  String kinds() {
    return kinds;
  }

  /** Returns the name in JSON. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
