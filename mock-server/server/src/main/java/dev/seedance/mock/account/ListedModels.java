package dev.seedance.mock.account;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.revision.Revisions;
import dev.seedance.mock.sandbox.Sandbox;
import jakarta.inject.Singleton;
import java.util.List;

/** Lists the models that a sandbox has. All of them make videos. */
@Singleton
final class ListedModels {

  static final List<String> PARAMETERS = List.of("type");

  /** The type of every model of a capability table. */
  static final String TYPE = "video";

  private static final String DEFAULT_TYPE = "text";
  private static final String ALL = "all";
  private static final List<String> TYPES = List.of(DEFAULT_TYPE, "image", TYPE, ALL);

  private final Revisions revisions;

  ListedModels(Revisions revisions) {
    this.revisions = revisions;
  }

  /**
   * Returns the models of a type; without one those of text, of which there are none.
   *
   * @throws ApiException 400 if the type is not known
   */
  ModelsResponse list(Sandbox sandbox, Query query) {
    String type = query.oneOf("type", TYPES).orElse(DEFAULT_TYPE);
    boolean asked = type.equals(TYPE) || type.equals(ALL);
    return ModelsResponse.of(asked ? revisions.of(sandbox).capabilities().modelNames() : List.of());
  }
}
