package dev.seedance.mock.snapshot;

import dev.seedance.mock.sandbox.Sandbox;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What one feature puts into the snapshot of a sandbox. A bean of each feature with state.
 *
 * @param <T> the state: a record that {@link dev.seedance.mock.json.StrictJson} reads and writes
 *     and that checks itself, or an array of such records, which is written one after the other
 * @param name the part's member of the document, in snake case; unique among the parts
 * @param type of the state
 * @param save gives what the feature keeps of a sandbox; secrets may be part of it
 * @param restore checks a state without a change to the sandbox, with an {@link
 *     IllegalArgumentException} that says what is wrong; gives what puts the state in the place of
 *     the sandbox's own, and can't fail
 */
public record SnapshotPart<T>(
    String name,
    Class<T> type,
    Function<Sandbox, T> save,
    BiFunction<Sandbox, T, Runnable> restore) {

  /** A part whose state needs no check beyond its own. */
  public static <T> SnapshotPart<T> of(
      String name, Class<T> type, Function<Sandbox, T> save, BiConsumer<Sandbox, T> restore) {
    return new SnapshotPart<>(
        name, type, save, (sandbox, state) -> () -> restore.accept(sandbox, state));
  }
}
