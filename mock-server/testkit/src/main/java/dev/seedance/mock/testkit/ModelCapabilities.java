package dev.seedance.mock.testkit;

import java.math.BigDecimal;
import java.util.List;

/** The values that one model takes, from the table that the server's validator goes by. */
public final class ModelCapabilities {

  private final String model;
  private final JsonObject json;

  private ModelCapabilities(String model, JsonObject json) {
    this.model = model;
    this.json = json;
  }

  static List<ModelCapabilities> all(ControlPlane control) {
    JsonObject models = control.get("/capabilities").object("models");
    return models.members().keySet().stream()
        .map(model -> new ModelCapabilities(model, models.object(model)))
        .toList();
  }

  /** Returns the model's name. */
  public String model() {
    return model;
  }

  /** Returns the durations that a request may ask for, in seconds. */
  public List<Integer> durations() {
    return json.list("durations").stream()
        .map(BigDecimal.class::cast)
        .map(BigDecimal::intValueExact)
        .toList();
  }

  /** Returns the resolutions that a request may ask for, such as {@code 720p}. */
  public List<String> resolutions() {
    return json.list("resolutions").stream().map(String.class::cast).toList();
  }

  /** Returns true when a request may ask for sound. */
  public boolean generatesAudio() {
    return json.flag("generate_audio");
  }

  /** Returns true when a request may ask for the last frame. */
  public boolean returnsLastFrame() {
    return json.flag("return_last_frame");
  }

  /** Returns all that the table says of the model, as JSON. */
  @Override
  public String toString() {
    return json.toString();
  }
}
