package dev.seedance.contract.verify.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.seedance.spec.ApiSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds documents to the schemas of {@code openapi.yaml}, by a validator that is not ours.
 *
 * <p>A member that is {@code null} passes where its schema says so, as for every other validator of
 * the published document. Thread-safe.
 */
public final class Schemas {

  private static final String BASE = "https://seedance.example/openapi.json";

  private final JsonNode openApi;
  private final SchemaRegistry registry;
  private final Map<String, JsonNode> operations = new HashMap<>();

  private Schemas(JsonNode openApi) {
    this.openApi = openApi;
    this.registry =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi30(), builder -> builder.schemas(Map.of(BASE, openApi.toString())));
    for (JsonNode path : openApi.path("paths")) {
      for (JsonNode operation : path) {
        operations.put(operation.path("operationId").asText(), operation);
      }
    }
  }

  /** Loads the schemas that travel with the toolkit. */
  public static Schemas load() {
    try {
      return new Schemas(read(ApiSpec.openApiJson()));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read openapi.json from the api-spec jar", e);
    }
  }

  /**
   * Returns the name of the schema of an operation's response; empty if the operation has no such
   * status.
   */
  public Optional<String> ofResponse(String operation, int status) {
    JsonNode found = operations.get(operation);
    if (found == null) {
      return Optional.empty();
    }
    JsonNode response = follow(found.path("responses").path(Integer.toString(status)));
    String schema = response.at("/content/application~1json/schema/$ref").asText();
    return schema.isEmpty() ? Optional.empty() : Optional.of(lastName(schema));
  }

  /** Returns the faults of a document; empty if the schema allows it. */
  public List<String> faults(String schema, JsonNode document) {
    return registry
        .getSchema(SchemaLocation.of(BASE + "#/components/schemas/" + schema))
        .validate(document)
        .stream()
        .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
        .toList();
  }

  private static JsonNode read(URL document) throws IOException {
    try (InputStream in = document.openStream()) {
      return new ObjectMapper().readTree(in);
    }
  }

  private JsonNode follow(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : openApi.at(reference.substring(1));
  }

  private static String lastName(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}
