package dev.seedance.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.client.error.AuthenticationException;
import dev.seedance.client.error.PriceUnknownException;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.error.SeedanceIoException;
import dev.seedance.client.estimate.Estimate;
import dev.seedance.client.estimate.Estimator;
import dev.seedance.client.internal.Futures;
import dev.seedance.client.internal.Steps;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.spec.price.PriceList;
import java.math.BigDecimal;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client's part of a budget: sends the orders that are covered, and no other. Thread-safe. */
final class Purse {

  private static final String CURRENCY = "USD";

  private final Budget budget;
  private final Account account;
  private final Supplier<CompletableFuture<PriceList>> prices;
  private final @Nullable BigDecimal assumedPrice;

  /**
   * Ties a budget to an account.
   *
   * @param assumedPrice of an order whose price is not known; null to refuse it
   */
  Purse(
      Budget budget,
      Account account,
      Supplier<CompletableFuture<PriceList>> prices,
      @Nullable BigDecimal assumedPrice) {
    this.budget = budget;
    this.account = account;
    this.prices = prices;
    this.assumedPrice = assumedPrice;
  }

  /** Sends an order if the budget covers the most that it can cost. */
  CompletableFuture<GenerationTask> pay(
      Submission submission, Function<Attempts, CompletableFuture<GenerationTask>> send) {
    return Futures.chain(
        mostOf(submission.json()),
        most -> {
          Reservation reservation = budget.reserve(account, submission.businessId(), most);
          return reservation.follow(send);
        });
  }

  private CompletableFuture<BigDecimal> mostOf(JsonNode request) {
    return new Steps<BigDecimal>() {
      @Override
      protected void begin() {
        then(prices.get(), (list, failure) -> complete(most(request, list, failure)));
      }
    }.start();
  }

  private BigDecimal most(JsonNode request, @Nullable PriceList list, @Nullable Throwable failure) {
    if (list == null) {
      return without("the server gives no price list", failure);
    }
    Estimate estimate = Estimator.of(list).of(request);
    if (estimate instanceof Estimate.Known known) {
      return known.currency().equals(CURRENCY)
          ? known.most()
          : without("its price is in " + known.currency(), null);
    }
    return without(((Estimate.Unknown) estimate).reason(), null);
  }

  /** Returns the assumed price of an order that has no other. */
  private BigDecimal without(String reason, @Nullable Throwable failure) {
    if (assumedPrice != null) {
      return assumedPrice;
    }
    if (failure instanceof SeedanceIoException || failure instanceof AuthenticationException) {
      throw (SeedanceException) failure; // the order would end the same way
    }
    if (failure instanceof IllegalStateException closed) {
      throw closed;
    }
    throw new PriceUnknownException(reason, failure);
  }
}
