package dev.seedance.client;

import dev.seedance.client.error.BudgetExceededException;
import dev.seedance.client.model.GenerationTask;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sum that orders may cost together, in US dollars. Clients that share it reserve the most that
 * an order can cost before they send it, and refuse an order that is not covered. When they see the
 * task at its end, its {@code billing} settles the order. Thread-safe.
 *
 * <p>What is reserved is released if the server has refused the order (3xx, 4xx) or was not
 * reached, and if the task has failed unbilled. It stays reserved while nobody can tell: the
 * response is lost, the server has failed (5xx), or the task was not seen at its end. Poll the task
 * by its id or business id to settle it. A completed task without {@code billing} counts with what
 * was reserved: no bill does not mean free.
 *
 * <p>A business id that is known here is an order that the server replays: it reserves nothing more
 * and costs nothing more. The budget lives in this process alone. A task that another process has
 * ordered is not on it.
 */
public final class Budget {

  private final BigDecimal limit;
  private final Object lock = new Object();
  private final Map<Name, Commitment> byTask = new HashMap<>();
  private final Map<Name, Commitment> byBusinessId = new HashMap<>();
  private BigDecimal spent = BigDecimal.ZERO;
  private BigDecimal reserved = BigDecimal.ZERO;

  private Budget(BigDecimal limit) {
    this.limit = limit;
  }

  /**
   * Returns a budget of which nothing is spent yet.
   *
   * @param usd the limit, 0 or more
   * @throws IllegalArgumentException if it is negative
   */
  public static Budget of(BigDecimal usd) {
    if (usd.signum() < 0) {
      throw new IllegalArgumentException("a budget must be 0 USD or more, not " + usd);
    }
    return new Budget(usd);
  }

  /**
   * As {@link #of(BigDecimal)}.
   *
   * @param usd a decimal, such as {@code 12.50}
   * @throws IllegalArgumentException if it is no decimal, or negative
   */
  public static Budget of(String usd) {
    try {
      return of(new BigDecimal(usd));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a budget is a decimal such as 12.50, not " + usd, e);
    }
  }

  /** Returns the whole budget. */
  public BigDecimal limit() {
    return limit;
  }

  /** Returns what tasks have cost. A bill may be above its estimate, and this above the limit. */
  public BigDecimal spent() {
    synchronized (lock) {
      return spent;
    }
  }

  /** Returns the most that orders can cost whose bill is not known yet. */
  public BigDecimal reserved() {
    synchronized (lock) {
      return reserved;
    }
  }

  /** Returns what further orders can cost; 0 or more. */
  public BigDecimal left() {
    synchronized (lock) {
      return limit.subtract(spent).subtract(reserved).max(BigDecimal.ZERO);
    }
  }

  @Override
  public String toString() {
    synchronized (lock) {
      return "%s of %s USD spent, %s reserved"
          .formatted(spent.toPlainString(), limit.toPlainString(), reserved.toPlainString());
    }
  }

  /** An id of a task, or a business id. */
  private record Name(Account account, String id) {}

  /**
   * Reserves the money of an order that is about to be sent.
   *
   * @param businessId null if the order has none
   * @param most the most that it can cost
   * @throws BudgetExceededException if the budget does not cover it
   */
  Reservation reserve(Account account, @Nullable String businessId, BigDecimal most) {
    synchronized (lock) {
      Commitment known =
          businessId == null ? null : byBusinessId.get(new Name(account, businessId));
      if (known == null) {
        cover(most);
        known = new Commitment(most);
        reserved = reserved.add(most);
        if (businessId != null) {
          byBusinessId.put(new Name(account, businessId), known);
        }
      } else if (known.task == null && most.compareTo(known.most) > 0) {
        BigDecimal more = most.subtract(known.most);
        cover(more);
        known.most = most;
        reserved = reserved.add(more);
      }
      known.submits++;
      return new Reservation(this, account, businessId, most, known);
    }
  }

  private void cover(BigDecimal needed) {
    if (needed.compareTo(left()) > 0) {
      throw new BudgetExceededException(needed, left(), limit);
    }
  }

  /**
   * Takes the bill of a task that a response tells of. A task that was not ordered here is none.
   */
  void seen(Account account, GenerationTask task) {
    synchronized (lock) {
      Commitment order = byTask.get(new Name(account, task.getId()));
      @Nullable String businessId = task.getClientBusinessId();
      if (order == null && businessId != null) {
        order = byBusinessId.get(new Name(account, businessId));
        if (order != null && order.task == null) {
          bind(account, order, task.getId()); // its own response was lost
        }
      }
      if (order != null && task.getId().equals(order.task)) {
        settle(order, Bill.of(task, order.most));
      }
    }
  }

  /** Ties an accepted order to its task. */
  void accepted(Reservation reservation, String task) {
    synchronized (lock) {
      Commitment order = reservation.order;
      Commitment same = byTask.get(new Name(reservation.account, task));
      if (same != null && same != order) {
        if (order.task == null) {
          free(order); // a replay under another name
        }
        if (reservation.businessId != null) {
          byBusinessId.put(new Name(reservation.account, reservation.businessId), same);
        }
      } else if (same == null && order.task == null && order.open) {
        bind(reservation.account, order, task);
      } else if (same == null) { // against the contract; it is ordered all the same
        var another = new Commitment(reservation.most);
        reserved = reserved.add(another.most);
        bind(reservation.account, another, task);
      }
    }
  }

  /** Ends a submit. Its money is released if no submit of the order can have reached the server. */
  void ended(Reservation reservation, boolean doubtful) {
    synchronized (lock) {
      Commitment order = reservation.order;
      order.submits--;
      order.doubtful |= doubtful;
      if (order.submits == 0 && order.task == null && !order.doubtful) {
        free(order);
        if (reservation.businessId != null) {
          byBusinessId.remove(new Name(reservation.account, reservation.businessId), order);
        }
      }
    }
  }

  private void bind(Account account, Commitment order, String task) {
    order.task = task;
    byTask.put(new Name(account, task), order);
  }

  private void settle(Commitment order, Bill bill) {
    if (!bill.isFinal() || (order.billed && !bill.billed())) {
      return;
    }
    free(order);
    spent = spent.subtract(order.cost).add(bill.cost());
    order.cost = bill.cost();
    order.billed = bill.billed();
  }

  private void free(Commitment order) {
    if (order.open) {
      order.open = false;
      reserved = reserved.subtract(order.most);
    }
  }

  /** The money of one order. Guarded by the budget's lock. */
  static final class Commitment {
    private BigDecimal most;
    private BigDecimal cost = BigDecimal.ZERO;
    private boolean open = true;
    private boolean billed;
    private boolean doubtful;
    private int submits;
    private @Nullable String task;

    private Commitment(BigDecimal most) {
      this.most = most;
    }
  }
}
