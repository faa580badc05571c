package dev.seedance.contract.verify.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.spec.ApiSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A conformance vector that every server must refuse.
 *
 * @param name its name
 * @param revision the revision of the contract that it belongs to
 * @param rule the rule that it breaks
 * @param body the request's bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Vector(String name, String revision, String rule, byte[] body) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, List<Vector>> BY_REVISION = new ConcurrentHashMap<>();

  /** Those that are invalid for the rule that they are about and for no other. */
  static List<Vector> thatMustBeRefused(String revision) {
    return BY_REVISION.computeIfAbsent(revision, Vector::read);
  }

  private static List<Vector> read(String revision) {
    return ApiSpec.vectors().stream()
        .map(Vector::document)
        .flatMap(file -> elements(file.path("vectors")))
        .filter(node -> node.path("revision").asText().equals(revision))
        .filter(Vector::mustBeRefused)
        .map(Vector::of)
        .toList();
  }

  /** The ids of the rules, in the order of the catalogue. */
  static List<JsonNode> rules() {
    return elements(document(ApiSpec.rules()).path("rules")).toList();
  }

  private static boolean mustBeRefused(JsonNode vector) {
    List<String> errors =
        elements(vector.path("expect"))
            .filter(violation -> violation.path("severity").asText().equals("error"))
            .map(violation -> violation.path("rule").asText())
            .distinct()
            .toList();
    return errors.equals(List.of(vector.path("rule").asText()));
  }

  private static Vector of(JsonNode node) {
    return new Vector(
        node.path("name").asText(),
        node.path("revision").asText(),
        node.path("rule").asText(),
        body(node));
  }

  private static byte[] body(JsonNode node) {
    if (node.has("request")) {
      return bytes(node.path("request"));
    }
    if (node.has("bodyBase64")) {
      return Base64.getDecoder().decode(node.path("bodyBase64").asText());
    }
    if (node.has("body")) {
      return node.path("body").asText().getBytes(StandardCharsets.UTF_8);
    }
    var text = new StringBuilder();
    elements(node.path("bodyParts"))
        .forEach(
            part -> text.append(part.path("text").asText().repeat(part.path("repeat").asInt(1))));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(JsonNode request) {
    try {
      return JSON.writeValueAsBytes(request);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode document(URL document) {
    try (InputStream in = document.openStream()) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + document, e);
    }
  }
}
