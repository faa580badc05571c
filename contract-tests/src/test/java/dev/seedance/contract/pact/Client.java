package dev.seedance.contract.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seedance.client.SeedanceClient;
import dev.seedance.client.error.SeedanceApiException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The client under test, and a folder for the files that it uploads.
 *
 * @param api our client, aimed at a provider that knows one interaction
 * @param folder an empty folder
 */
record Client(SeedanceClient api, Path folder) {

  /** Makes a call that is refused; the refusal is a typed error. */
  <E extends SeedanceApiException> E refused(Class<E> type, Consumer<SeedanceClient> call) {
    E refusal = catchThrowableOfType(type, () -> call.accept(api));
    assertThat(refusal).as("the refusal, as %s", type.getSimpleName()).isNotNull();
    return refusal;
  }
}
