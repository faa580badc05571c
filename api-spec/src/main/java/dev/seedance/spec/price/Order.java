package dev.seedance.spec.price;

/**
 * The part of a generation request that its price goes by, with every default filled in.
 *
 * @param model the model
 * @param resolution name of the resolution, such as {@code 720p}
 * @param seconds length of one video in seconds; of an automatic length, the longest that the model
 *     may choose
 * @param outputs number of videos
 * @param hasVideoInput true if the request has a reference video
 */
public record Order(
    String model, String resolution, int seconds, int outputs, boolean hasVideoInput) {

  /**
   * Checks the figures.
   *
   * @throws IllegalArgumentException if seconds or outputs are below 1
   */
  public Order {
    if (seconds < 1 || outputs < 1) {
      throw new IllegalArgumentException(
          "%d videos of %d s; expected 1 or more of 1 s or more".formatted(outputs, seconds));
    }
  }

  @Override
  public String toString() {
    return "%d x %d s of %s at %s, %s input video"
        .formatted(outputs, seconds, model, resolution, hasVideoInput ? "with" : "without");
  }
}
