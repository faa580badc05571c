package dev.seedance.mock.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The event about an attempt that is sent to those who watch the sandbox. */
@Introspected
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryEvent(
    String id,
    String type,
    String taskId,
    String status,
    int attempt,
    String at,
    @Nullable Integer httpStatus,
    @Nullable String error,
    @Nullable String nextAttemptAt) {

  static DeliveryEvent of(Delivery delivery) {
    Attempt attempt = delivery.attempts().get(delivery.attempts().size() - 1);
    return new DeliveryEvent(
        delivery.id(),
        delivery.type(),
        delivery.taskId(),
        delivery.state().name().toLowerCase(Locale.ROOT),
        attempt.number(),
        attempt.at(),
        attempt.status(),
        attempt.error(),
        Objects.toString(delivery.nextAttemptAt(), null));
  }
}
