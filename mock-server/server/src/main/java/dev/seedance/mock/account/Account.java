package dev.seedance.mock.account;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.sandbox.HeldBytes;
import dev.seedance.mock.sandbox.PartChanges;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The money of one sandbox.
 *
 * <p>A task is paid when it is accepted. If it fails, its price is refunded at the instant of the
 * failure. Refunds that are not yet due wait in order, at most {@link #MAX_REFUNDS}; one more, and
 * the first is refunded early. Thread-safe.
 */
public final class Account {

  static final int MAX_REFUNDS = 10_000;

  /** About the bytes of memory that a refund takes. */
  private static final long SIZE = 400;

  /** A refund that will be due. */
  record Refund(Instant dueAt, String taskId, Usd amount) {}

  private final HeldBytes heldBytes;
  private final PartChanges changes;
  private @Nullable Usd limit;
  private Usd used = Usd.ZERO;
  private final TreeSet<Refund> refunds =
      new TreeSet<>(Comparator.comparing(Refund::dueAt).thenComparing(Refund::taskId));
  private final Map<String, Refund> refundOfTask = new HashMap<>();

  /**
   * Opens an account from which nothing was spent.
   *
   * @param limit its money; null if spending is not limited
   * @param heldBytes counts the refunds to come
   * @param changes keeps account of the balance, and of each refund by the id of its task
   */
  Account(@Nullable Usd limit, HeldBytes heldBytes, PartChanges changes) {
    this.heldBytes = heldBytes;
    this.limit = limit;
    this.changes = changes;
  }

  /** Returns the balance at an instant; part of an atomic change of the sandbox. */
  public synchronized Statement at(Instant now) {
    settle(now);
    return new Statement(Optional.ofNullable(limit).map(all -> all.minus(used)), used);
  }

  /**
   * Sets the money that is left at an instant, independent of what was spent before.
   *
   * @param remaining null for no limit
   */
  public synchronized void setRemaining(@Nullable Usd remaining, Instant now) {
    settle(now);
    limit = remaining == null ? null : remaining.plus(used);
    changes.mark(AccountForm.BALANCE);
  }

  /**
   * Pays for a task.
   *
   * @param now the time of the submit
   * @throws ApiException 402 if the account does not cover it; then nothing is paid
   */
  public synchronized void pay(Usd price, Instant now) {
    settle(now);
    if (limit != null && used.plus(price).compareTo(limit) > 0) {
      throw quotaExceeded(price, limit.minus(used));
    }
    used = used.plus(price);
    changes.mark(AccountForm.BALANCE);
  }

  /**
   * Plans the refund of a task, in place of an earlier plan for the same task.
   *
   * @param failsAt when the task fails; null if it does not
   */
  public synchronized void planRefund(String taskId, Usd price, @Nullable Instant failsAt) {
    Refund earlier = refundOfTask.remove(taskId);
    if (earlier != null) {
      refunds.remove(earlier);
      heldBytes.add(-SIZE);
      changes.mark(AccountForm.REFUND + taskId);
    }
    if (failsAt == null) {
      return;
    }
    var refund = new Refund(failsAt, taskId, price);
    refunds.add(refund);
    heldBytes.add(SIZE);
    refundOfTask.put(taskId, refund);
    changes.mark(AccountForm.REFUND + taskId);
    if (refunds.size() > MAX_REFUNDS) {
      payBack(refunds.first());
    }
  }

  /**
   * An account in a snapshot.
   *
   * @param limit its money, spent or not; null if spending is not limited
   * @param used money that was spent and not refunded
   * @param refunds refunds that will be due
   */
  record Document(@Nullable Usd limit, Usd used, List<Refund> refunds) {
    Document {
      refunds = List.copyOf(refunds);
      if (refunds.size() > MAX_REFUNDS) {
        throw new IllegalArgumentException("at most " + MAX_REFUNDS + " refunds can wait");
      }
      requireCovered(used, refunds);
      if (used.compareTo(Usd.ZERO) < 0 || (limit != null && limit.compareTo(Usd.ZERO) < 0)) {
        throw new IllegalArgumentException("'limit' and 'used' are 0 or more");
      }
    }
  }

  private static void requireCovered(Usd used, List<Refund> refunds) {
    long left = used.micros();
    for (Refund refund : refunds) {
      left -= refund.amount().micros();
      if (refund.amount().micros() < 0 || left < 0) {
        throw new IllegalArgumentException("'refunds' are more than what was 'used'");
      }
    }
  }

  synchronized AccountForm.Balance balance() {
    return new AccountForm.Balance(limit, used);
  }

  /** Returns the refund of a task that will be due; null if there is none. */
  synchronized @Nullable Refund refund(String taskId) {
    return refundOfTask.get(taskId);
  }

  synchronized Document save() {
    return new Document(limit, used, List.copyOf(refunds));
  }

  synchronized void restore(Document document) {
    limit = document.limit();
    used = document.used();
    heldBytes.add(-SIZE * refunds.size());
    refunds.clear();
    refundOfTask.clear();
    changes.replaced();
    document
        .refunds()
        .forEach(refund -> planRefund(refund.taskId(), refund.amount(), refund.dueAt()));
  }

  private void settle(Instant now) {
    while (!refunds.isEmpty() && !refunds.first().dueAt().isAfter(now)) {
      payBack(refunds.first());
    }
  }

  private void payBack(Refund refund) {
    refunds.remove(refund);
    heldBytes.add(-SIZE);
    refundOfTask.remove(refund.taskId());
    used = refund.amount().compareTo(used) < 0 ? used.minus(refund.amount()) : Usd.ZERO;
    changes.mark(AccountForm.REFUND + refund.taskId());
    changes.mark(AccountForm.BALANCE);
  }

  private static ApiException quotaExceeded(Usd price, Usd left) {
    return new ApiException(
        ErrorCode.INSUFFICIENT_QUOTA,
        "the task costs %s and %s is left; top up (PUT /_mock/balance) and try again"
            .formatted(price, left));
  }

  /**
   * The balance of an account.
   *
   * @param remaining money that is left; empty if spending is not limited
   * @param used money that was spent and not refunded
   */
  public record Statement(Optional<Usd> remaining, Usd used) {}
}
