package dev.seedance.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A conformance vector.
 *
 * @param family of the file that it stands in
 * @param node as it stands there
 */
record Vector(String family, JsonNode node) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A violation that a vector expects. */
  record Expected(String rule, String severity, String pointer) {}

  static List<Vector> all() {
    return ApiSpec.vectors().stream().map(Vector::file).flatMap(Vector::of).toList();
  }

  static JsonNode file(URL file) {
    try (InputStream in = file.openStream()) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }

  private static Stream<Vector> of(JsonNode file) {
    return elements(file.path("vectors"))
        .map(node -> new Vector(file.path("family").asText(), node));
  }

  String name() {
    return node.path("name").asText();
  }

  String revision() {
    return node.path("revision").asText();
  }

  String rule() {
    return node.path("rule").asText();
  }

  List<Expected> expected() {
    return elements(node.path("expect"))
        .map(
            e ->
                new Expected(
                    e.path("rule").asText(),
                    e.path("severity").asText(),
                    e.path("pointer").asText()))
        .toList();
  }

  /** The rules that are errors here. */
  List<String> errors() {
    return expected().stream()
        .filter(e -> e.severity().equals("error"))
        .map(Expected::rule)
        .distinct()
        .toList();
  }

  byte[] body() {
    if (node.has("request")) {
      return node.path("request").toString().getBytes(StandardCharsets.UTF_8);
    }
    if (node.has("bodyBase64")) {
      return Base64.getDecoder().decode(node.path("bodyBase64").asText());
    }
    StringBuilder text = new StringBuilder(node.path("body").asText());
    node.path("bodyParts")
        .forEach(
            part -> text.append(part.path("text").asText().repeat(part.path("repeat").asInt(1))));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name();
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
