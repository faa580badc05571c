package dev.seedance.mock.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a store keeps the state of a feature: documents with keys, so that a change
 * stores what has changed and no more.
 *
 * @param <S> the state
 * @param <D> the document of a snapshot, which the stored ones make up together
 */
public interface Stored<S, D> {

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
   * Puts documents together.
   *
   * @param documents by key, in the order in which they were stored first
   * @return the document to restore
   */
  D join(Map<String, Object> documents);

  /** Stores the document of a snapshot as a whole. */
  static <S, D> Stored<S, D> whole(SandboxFeature<S, D> feature) {
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
      public D join(Map<String, Object> documents) {
        return feature.documentType().cast(Objects.requireNonNull(documents.get(WHOLE)));
      }
    };
  }
}
