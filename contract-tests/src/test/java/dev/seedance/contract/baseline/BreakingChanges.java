package dev.seedance.contract.baseline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/** Finds by openapi-diff the changes of a contract that break readers of an earlier one. */
final class BreakingChanges {

  private BreakingChanges() {}

  /** Returns the objection to a contract that follows another one, if there is one. */
  static Optional<String> objection(JsonNode released, JsonNode present) {
    ContractVersion from = ContractVersion.of(released);
    ContractVersion to = ContractVersion.of(present);
    if (to.isBefore(from)) {
      return Optional.of(
          "the contract says %s, but %s was released already; raise info.version"
              .formatted(to, from));
    }
    ChangedOpenApi changes =
        OpenApiCompare.fromContents(readable(released).toString(), readable(present).toString());
    if (!changes.isIncompatible() || !to.isBefore(from.nextBreaking())) {
      return Optional.empty();
    }
    return Optional.of(
        """
        openapi.yaml breaks clients of contract %s, and still says %s.

        %s
        Either take the change back (a new optional member, a new operation and a new value of an
        x-extensible-enum break nobody), or say that it breaks: set info.version to %s or later and
        tell in CHANGELOG.md what clients have to do."""
            .formatted(from, to, rendered(changes), from.nextBreaking()));
  }

  /**
   * Turns callbacks inside out. openapi-diff leaves them alone; but a client reads a callback's
   * request as it reads a response, so each becomes the response of an operation.
   */
  private static JsonNode readable(JsonNode document) {
    ObjectNode copy = document.deepCopy();
    ObjectNode paths = (ObjectNode) copy.get("paths");
    for (JsonNode path : document.path("paths")) {
      for (JsonNode operation : path) {
        operation
            .path("callbacks")
            .properties()
            .forEach(
                callback ->
                    callback
                        .getValue()
                        .forEach(
                            target ->
                                read(
                                    paths.putObject("/callback/" + callback.getKey()),
                                    target.path("post"))));
      }
    }
    return copy;
  }

  private static void read(ObjectNode path, JsonNode sent) {
    ObjectNode response = path.putObject("get").putObject("responses").putObject("200");
    response.put("description", sent.path("description").asText());
    response.set("content", sent.at("/requestBody/content"));
  }

  private static String rendered(ChangedOpenApi changes) {
    var text = new ByteArrayOutputStream();
    new ConsoleRender().render(changes, new OutputStreamWriter(text, StandardCharsets.UTF_8));
    return text.toString(StandardCharsets.UTF_8);
  }
}
