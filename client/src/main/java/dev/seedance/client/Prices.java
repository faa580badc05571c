package dev.seedance.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.client.api.AccountApi;
import dev.seedance.client.internal.Futures;
import dev.seedance.client.invoker.Operation;
import dev.seedance.client.model.PricedType;
import dev.seedance.spec.price.PriceList;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The price list of the server, asked for on first use and again when it is old. Thread-safe. */
final class Prices {

  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 100;

  private final Calls calls;
  private final InstantSource clock;
  private @Nullable Asked last;

  Prices(Calls calls, InstantSource clock) {
    this.calls = calls;
    this.clock = clock;
  }

  private record Asked(CompletableFuture<PriceList> list, Instant at) {}

  /** Returns a list that is 10 minutes old at most. A failure is not kept. */
  synchronized CompletableFuture<PriceList> recent() {
    Instant now = clock.instant();
    Asked asked = last;
    if (asked == null
        || asked.list().isCompletedExceptionally()
        || Duration.between(asked.at(), now).abs().compareTo(LIFE) > 0) {
      asked = new Asked(now(), now);
      last = asked;
    }
    return asked.list().copy(); // who cancels it must not cancel it for others
  }

  /** Asks the server. */
  CompletableFuture<PriceList> now() {
    return pagesFrom(null, 1);
  }

  private CompletableFuture<PriceList> pagesFrom(@Nullable String after, int number) {
    return Futures.chain(
        calls.repeatable(page(after)),
        json -> {
          PriceList page = PriceList.parse(json.toString());
          String next = json.path("next_after").asText();
          boolean isLast = !json.path("has_more").asBoolean() || next.isBlank();
          return isLast || number == MOST_PAGES
              ? CompletableFuture.completedFuture(page)
              : Futures.map(pagesFrom(next, number + 1), page::and);
        });
  }

  /** Reads the JSON as it is: a condition that the models do not know must not get lost. */
  private static Operation<JsonNode> page(@Nullable String after) {
    var typed = AccountApi.listPricing(null, PricedType.VIDEO_PRICES, PAGE, after);
    return new Operation<>(
        typed.id(), typed.method(), typed.path(), JsonNode.class, null, Map.of());
  }
}
