package dev.seedance.mock.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the control plane shows it.
 *
 * @param status {@code pending}, {@code delivered} or {@code failed}
 * @param url the receiver, the values of its query hidden
 * @param body the raw body as a string, so that a signature can be checked
 */
@Introspected
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryResponse(
    String id,
    String type,
    String taskId,
    String url,
    String status,
    @Nullable String nextAttemptAt,
    List<Attempt> attempts,
    String body) {

  static DeliveryResponse of(Delivery delivery) {
    return new DeliveryResponse(
        delivery.id(),
        delivery.type(),
        delivery.taskId(),
        delivery.url().replaceAll("(?<==)[^&=]+", "[redacted]"),
        delivery.state().name().toLowerCase(Locale.ROOT),
        Objects.toString(delivery.nextAttemptAt(), null),
        delivery.attempts(),
        delivery.body());
  }
}
