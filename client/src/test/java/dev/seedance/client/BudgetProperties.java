package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.error.ApiError;
import dev.seedance.client.error.BudgetExceededException;
import dev.seedance.client.error.SeedanceApiException;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.error.SeedanceIoException;
import dev.seedance.client.model.Billing;
import dev.seedance.client.model.GenerationTask;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * No interleaving of submits, failures and refunds spends more than the budget. A model of a
 * provider bills tasks; orders run step by step, and jqwik is the scheduler.
 */
class BudgetProperties {

  private static final Account ACCOUNT = new Account("http://model", "k");

  /** The fate of one attempt: at the provider, and on the way back. */
  enum Fate {
    REFUSED,
    NOT_REACHED,
    BROKEN,
    ACCEPTED,
    ACCEPTED_BUT_LOST,
    ACCEPTED_BUT_CUT_OFF
  }

  /** The end of a task. */
  enum End {
    SETTLED,
    REFUNDED,
    FAILED_UNBILLED,
    COMPLETED_UNBILLED
  }

  /**
   * An order as a caller makes it.
   *
   * @param fates of its attempts; only an order with a business id has more than one
   * @param polled true if its task is seen at its end
   */
  record Plan(
      @Nullable String businessId,
      int cents,
      List<Fate> fates,
      End end,
      int billedShare,
      boolean polled) {

    BigDecimal most() {
      return BigDecimal.valueOf(cents, 2);
    }
  }

  @Property(tries = 2000)
  void nothing_is_spent_beyond_the_limit(
      @ForAll("plans") List<Plan> plans,
      @ForAll("limits") BigDecimal limit,
      @ForAll("schedules") List<Integer> schedule) {
    var provider = new Provider();
    var budget = Budget.of(limit);
    List<Run> runs = new ArrayList<>();
    plans.forEach(plan -> runs.add(new Run(plan, provider, budget)));

    Deque<Integer> next = new ArrayDeque<>(schedule);
    while (runs.stream().anyMatch(run -> !run.isOver())) {
      List<Run> active = runs.stream().filter(run -> !run.isOver()).toList();
      int choice = next.isEmpty() ? 0 : next.pop();
      active.get(choice % active.size()).step();

      assertThat(provider.exposure()).isLessThanOrEqualTo(limit);
      assertThat(budget.spent().add(budget.reserved())).isBetween(provider.exposure(), limit);
    }
    if (plans.stream()
        .allMatch(plan -> plan.polled() && plan.fates().stream().allMatch(this::clear))) {
      assertThat(budget.reserved()).isEqualByComparingTo("0");
      assertThat(budget.spent()).isEqualByComparingTo(provider.exposure());
    }
  }

  private boolean clear(Fate fate) {
    return fate == Fate.ACCEPTED || fate == Fate.REFUSED || fate == Fate.NOT_REACHED;
  }

  /** One order: reserves, sends its attempts, and polls; each step may be followed by others'. */
  private static final class Run {
    private final Plan plan;
    private final Provider provider;
    private final Budget budget;
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final CompletableFuture<GenerationTask> submit = new CompletableFuture<>();
    private @Nullable Reservation reservation;
    private @Nullable GenerationTask task;

    Run(Plan plan, Provider provider, Budget budget) {
      this.plan = plan;
      this.provider = provider;
      this.budget = budget;
      steps.add(this::reserve);
    }

    boolean isOver() {
      return steps.isEmpty();
    }

    void step() {
      steps.pop().run();
    }

    private void reserve() {
      try {
        reservation = budget.reserve(ACCOUNT, plan.businessId(), plan.most());
      } catch (BudgetExceededException e) {
        return;
      }
      CompletableFuture<GenerationTask> ignored = reservation.follow(watch -> submit);
      attempt(new ArrayDeque<>(plan.fates()));
    }

    private void attempt(Deque<Fate> fates) {
      Fate fate = fates.pop();
      steps.add(reservation()::begins);
      if (fate.name().startsWith("ACCEPTED")) {
        steps.add(() -> task = provider.accept(plan));
      }
      steps.add(() -> respond(fate, fates));
    }

    private void respond(Fate fate, Deque<Fate> fates) {
      if (fate == Fate.ACCEPTED) {
        submit.complete(task);
        endOfTask();
        return;
      }
      SeedanceException failure = failure(fate);
      reservation().failed(failure);
      boolean retries = plan.businessId() != null && fate != Fate.REFUSED && !fates.isEmpty();
      if (retries) {
        attempt(fates);
      } else {
        submit.completeExceptionally(failure);
        if (task != null) {
          endOfTask();
        }
      }
    }

    private void endOfTask() {
      String id = task().getId();
      steps.add(() -> provider.end(id));
      if (plan.polled()) {
        steps.add(() -> budget.seen(ACCOUNT, provider.get(id)));
      }
    }

    private SeedanceException failure(Fate fate) {
      SeedanceException failure =
          switch (fate) {
            case REFUSED -> api(400);
            case BROKEN -> api(502);
            case NOT_REACHED -> new SeedanceIoException("", new ConnectException());
            case ACCEPTED, ACCEPTED_BUT_LOST, ACCEPTED_BUT_CUT_OFF ->
                new SeedanceIoException("", null);
          };
      if (fate == Fate.ACCEPTED_BUT_CUT_OFF) {
        failure.about(task().getId());
      }
      return failure;
    }

    private GenerationTask task() {
      return Objects.requireNonNull(task);
    }

    private Reservation reservation() {
      return Objects.requireNonNull(reservation);
    }

    private static SeedanceApiException api(int status) {
      return new SeedanceApiException(
          new ApiError("submit", status, null, null, null, null, null, null, "", List.of()));
    }
  }

  /** Replays known business ids, and bills at most what an order can cost. */
  private static final class Provider {
    private final Map<String, Plan> running = new HashMap<>();
    private final Map<String, Plan> ended = new HashMap<>();
    private final Map<String, String> replays = new HashMap<>();

    GenerationTask accept(Plan plan) {
      String id = "tsk_" + (running.size() + ended.size());
      if (plan.businessId() != null) {
        String known = replays.putIfAbsent(plan.businessId(), id);
        if (known != null) {
          return get(known);
        }
      }
      running.put(id, plan);
      return get(id);
    }

    void end(String id) {
      Plan plan = running.remove(id);
      if (plan != null) {
        ended.put(id, plan);
      }
    }

    GenerationTask get(String id) {
      Plan plan = ended.get(id);
      if (plan == null) {
        return new GenerationTask()
            .id(id)
            .status("queued")
            .clientBusinessId(Objects.requireNonNull(running.get(id)).businessId());
      }
      var task = new GenerationTask().id(id).clientBusinessId(plan.businessId());
      return switch (plan.end()) {
        case SETTLED ->
            task.status("completed")
                .billing(new Billing().status("settled").costUsd(cost(plan).toString()));
        case REFUNDED -> task.status("failed").billing(new Billing().status("refunded"));
        case FAILED_UNBILLED -> task.status("failed");
        case COMPLETED_UNBILLED -> task.status("completed");
      };
    }

    /** Returns the sum of what was billed and the most that can still be. */
    BigDecimal exposure() {
      BigDecimal open =
          running.values().stream().map(Plan::most).reduce(BigDecimal.ZERO, BigDecimal::add);
      return ended.values().stream().map(Provider::cost).reduce(open, BigDecimal::add);
    }

    private static BigDecimal cost(Plan plan) {
      return switch (plan.end()) {
        case SETTLED -> BigDecimal.valueOf((long) plan.cents() * plan.billedShare() / 4, 2);
        case COMPLETED_UNBILLED -> plan.most();
        case REFUNDED, FAILED_UNBILLED -> BigDecimal.ZERO;
      };
    }
  }

  @Provide
  Arbitrary<List<Plan>> plans() {
    return Combinators.combine(
            Arbitraries.of("a", "b", "c").injectNull(0.4),
            Arbitraries.of(10, 50, 100),
            Arbitraries.of(Fate.class).list().ofMinSize(1).ofMaxSize(3),
            Arbitraries.of(End.class),
            Arbitraries.integers().between(0, 4),
            Arbitraries.of(true, true, false))
        .as(Plan::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<BigDecimal> limits() {
    return Arbitraries.integers().between(0, 400).map(cents -> BigDecimal.valueOf(cents, 2));
  }

  @Provide
  Arbitrary<List<Integer>> schedules() {
    return Arbitraries.integers().between(0, 7).list().ofMaxSize(60);
  }
}
