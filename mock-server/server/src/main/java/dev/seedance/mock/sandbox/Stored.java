package dev.seedance.mock.sandbox;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a store keeps the state of a feature: documents with keys, so that a change
 * stores what has changed and no more.
 *
 * @param <S> the state
 */
public interface Stored<S> {

  /** The key of the only document of a feature that is stored as a whole. */
  String WHOLE = "";

  /** Returns the keys of all documents, in the order in which they are to be restored. */
  List<String> keys(S state);

  /**
   * Returns a document: immutable, of {@link #type}.
   *
   * @return null if there is none
   */
  @Nullable Object find(S state, String key);

  /** Returns the type of a document, which {@code StrictJson} reads and writes. */
  Class<?> type(String key);

  /**
   * Checks documents without a change to the sandbox.
   *
   * @param documents by key, in the order in which they were stored first; at least one
   * @return puts them in the place of the present state, and can't fail
   * @throws IllegalArgumentException if they can't be restored; the message says why
   */
  Runnable restore(Sandbox sandbox, Map<String, Object> documents);

  /** Stores the document of a snapshot as a whole. */
  static <S, D> Stored<S> whole(SandboxFeature<S, D> feature) {
    return new Stored<>() {
      @Override
      public List<String> keys(S state) {
        return List.of(WHOLE);
      }

      @Override
      public @Nullable Object find(S state, String key) {
        return feature.save(state);
      }

      @Override
      public Class<?> type(String key) {
        return feature.documentType();
      }

      @Override
      public Runnable restore(Sandbox sandbox, Map<String, Object> documents) {
        Object document = Objects.requireNonNull(documents.get(WHOLE));
        return feature.restore(sandbox, feature.documentType().cast(document));
      }
    };
  }

  /**
   * Stores each element of the document of a snapshot by itself.
   *
   * @param keys returns the keys of the elements, in their order
   * @param find returns the element of a key; null if there is none
   */
  static <S, E> Stored<S> each(
      SandboxFeature<S, E[]> feature,
      Function<S, List<String>> keys,
      BiFunction<S, String, @Nullable E> find) {
    Class<?> type = feature.documentType().getComponentType();
    return new Stored<>() {
      @Override
      public List<String> keys(S state) {
        return keys.apply(state);
      }

      @Override
      public @Nullable Object find(S state, String key) {
        return find.apply(state, key);
      }

      @Override
      public Class<?> type(String key) {
        return type;
      }

      @Override
      public Runnable restore(Sandbox sandbox, Map<String, Object> documents) {
        Object[] elements = documents.values().toArray((Object[]) Array.newInstance(type, 0));
        return feature.restore(sandbox, feature.documentType().cast(elements));
      }
    };
  }
}
