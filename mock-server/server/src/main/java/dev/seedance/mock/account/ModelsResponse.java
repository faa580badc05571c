package dev.seedance.mock.account;

import io.micronaut.core.annotation.Introspected;
import java.util.List;

/**
 * A list of models: section 9 of the contract.
 *
 * @param success true
 * @param object {@code list}
 * @param data the models
 */
@Introspected
record ModelsResponse(boolean success, String object, List<Model> data) {

  static ModelsResponse of(List<String> names) {
    return new ModelsResponse(true, "list", names.stream().map(Model::of).toList());
  }

  @Introspected
  record Model(
      String id, String object, long created, String ownedBy, List<String> supportedEndpointTypes) {

    /** The first day of the oldest revision; the provider's own times are not documented. */
    private static final long CREATED = 1_780_272_000;

    static Model of(String name) {
      return new Model(name, "model", CREATED, "seedance-mock", List.of());
    }
  }
}
