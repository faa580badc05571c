package dev.seedance.contract.control;

import static java.util.stream.Collectors.toCollection;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The control plane as {@code control-plane.yaml} describes it, by a validator that is not ours.
 */
final class ControlPlane {

  private static final String DOCUMENT = "/dev/seedance/mock/control/control-plane.yaml";

  private static final OpenAPI DESCRIBED = new OpenAPIV3Parser().readContents(text()).getOpenAPI();

  private ControlPlane() {}

  /** Returns the operations by method and path, such as {@code GET /_mock/clock}. */
  static Map<String, Operation> operations() {
    Map<String, Operation> operations = new TreeMap<>();
    DESCRIBED
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (HttpMethod method, Operation operation) ->
                            operations.put(method + " " + path, operation)));
    return operations;
  }

  /**
   * Returns the statuses that the description gives each operation, such as {@code getClock 401}.
   */
  static Set<String> answers() {
    return operations().values().stream()
        .flatMap(ControlPlane::answers)
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<String> answers(Operation operation) {
    return operation.getResponses().keySet().stream()
        .map(status -> operation.getOperationId() + " " + status);
  }

  private static String text() {
    try (var in = ControlPlane.class.getResourceAsStream(DOCUMENT)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
