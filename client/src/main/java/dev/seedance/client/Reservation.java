package dev.seedance.client;

import dev.seedance.client.error.SeedanceApiException;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.error.SeedanceIoException;
import dev.seedance.client.internal.Futures;
import dev.seedance.client.model.GenerationTask;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The money of a submit that is under way. */
final class Reservation implements Attempts {

  final Budget budget;
  final Account account;
  final @Nullable String businessId;
  final BigDecimal most;
  final Budget.Commitment order;
  private volatile boolean underWay;
  private volatile boolean doubtful;

  Reservation(
      Budget budget,
      Account account,
      @Nullable String businessId,
      BigDecimal most,
      Budget.Commitment order) {
    this.budget = budget;
    this.account = account;
    this.businessId = businessId;
    this.most = most;
    this.order = order;
  }

  /** Starts the submit. At its end this is bound to a task, kept, or released. */
  CompletableFuture<GenerationTask> follow(
      Function<Attempts, CompletableFuture<GenerationTask>> send) {
    return Futures.ensuring(send.apply(this), this::ended);
  }

  private void ended(@Nullable GenerationTask task, @Nullable Throwable failure) {
    if (task != null) {
      budget.accepted(this, task.getId());
      budget.seen(account, task);
    }
    // If an attempt is still under way, nobody will know what comes of it.
    budget.ended(this, doubtful || underWay);
  }

  @Override
  public void begins() {
    underWay = true;
  }

  @Override
  public void failed(SeedanceException failure) {
    underWay = false;
    if (failure.taskId().isPresent()) {
      budget.accepted(this, failure.taskId().get());
    } else if (!isRefused(failure)) {
      doubtful = true;
    }
  }

  /** Tells if a failure is certain to have made no task. */
  private static boolean isRefused(SeedanceException failure) {
    if (failure instanceof SeedanceApiException response) {
      int status = response.status();
      return status >= 300 && status < 500 && status != 408; // which some proxies send too late
    }
    return failure instanceof SeedanceIoException
        && (failure.getCause() instanceof ConnectException
            || failure.getCause() instanceof HttpConnectTimeoutException);
  }
}
