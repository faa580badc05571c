package dev.seedance.mock.store;

import dev.seedance.mock.measure.Measure;
import dev.seedance.mock.measure.Measured;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The results of the transactions of a {@link StoreWriter}. Thread-safe. */
public final class WriteResults implements Measured {

  private final LongAdder stored = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private volatile @Nullable StoreException failure;

  void stored() {
    stored.increment();
    failure = null;
  }

  void failed(StoreException why) {
    failed.increment();
    failure = why;
  }

  /** Returns the failure of the last write; null if it succeeded. */
  public @Nullable StoreException failure() {
    return failure;
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        new Measure(
            "store_commits",
            Measure.Kind.COUNTER,
            "Transactions of the store, each with the changes of one or more sandboxes.",
            List.of("outcome"),
            () ->
                Map.of(
                    List.of("stored"), stored.doubleValue(),
                    List.of("failed"), failed.doubleValue())));
  }
}
