package dev.seedance.contract.verify;

import dev.seedance.contract.verify.exchange.CheckFailed;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that several checks need and that is made once, such as a task with its life.
 *
 * <p>If it can't be made, the check that tried first fails, and the others are skipped.
 *
 * @param <T> the type of the value
 */
final class Memo<T> {

  private @Nullable T value;
  private @Nullable CheckFailed failure;
  private @Nullable CheckSkipped skip;

  T get(Supplier<T> maker) {
    if (skip != null) {
      throw skip;
    }
    if (failure != null) {
      throw new CheckSkipped(
          "needs what an earlier check could not get: expected %s, came %s"
              .formatted(failure.expected(), failure.came()));
    }
    if (value == null) {
      value = make(maker);
    }
    return value;
  }

  private T make(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (CheckFailed e) {
      failure = e;
      throw e;
    } catch (CheckSkipped e) {
      skip = e;
      throw e;
    }
  }
}
