package dev.seedance.spec.price;

import java.util.List;
import java.util.Optional;

/**
 * The requests that a price is for; one without conditions is for all.
 *
 * @param resolution the resolution that the price is for
 * @param hasVideoInput true for requests with an input video, false for those without
 * @param unread names of other conditions, whose meaning is not known
 */
public record Conditions(
    Optional<String> resolution, Optional<Boolean> hasVideoInput, List<String> unread) {

  /** Copies the list. */
  public Conditions {
    unread = List.copyOf(unread);
  }

  /** Returns true if the order meets each condition whose meaning is known. */
  boolean areMetBy(Order order) {
    return resolution.map(order.resolution()::equalsIgnoreCase).orElse(true)
        && hasVideoInput.map(asked -> asked == order.hasVideoInput()).orElse(true);
  }

  /** Returns the number of conditions whose meaning is known. */
  int count() {
    return (resolution.isPresent() ? 1 : 0) + (hasVideoInput.isPresent() ? 1 : 0);
  }
}
