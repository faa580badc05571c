package dev.seedance.validator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.spec.ApiSpec;
import dev.seedance.validator.Severity;
import dev.seedance.validator.Violation;
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
 * A conformance vector: a body, and the violations that it must give.
 *
 * @param rule the rule that the vector is about
 * @param node the vector as it stands in its file
 */
public record Vector(
    String name, String revision, String rule, JsonNode node, List<Expected> expected) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What identifies a violation in every language. */
  public record Expected(String rule, String severity, String pointer) {

    static Expected of(Violation violation) {
      return new Expected(
          violation.rule(),
          violation.severity() == Severity.ERROR ? "error" : "warning",
          violation.pointer());
    }
  }

  /** Every vector of every family. */
  public static List<Vector> all() {
    return ApiSpec.vectors().stream()
        .flatMap(file -> stream(read(file).path("vectors")))
        .map(Vector::of)
        .toList();
  }

  private static Vector of(JsonNode node) {
    return new Vector(
        node.required("name").asText(),
        node.required("revision").asText(),
        node.required("rule").asText(),
        node,
        stream(node.required("expect"))
            .map(
                e ->
                    new Expected(
                        e.required("rule").asText(),
                        e.required("severity").asText(),
                        e.required("pointer").asText()))
            .toList());
  }

  /** Whether the vector breaks the rule that it is about. */
  public boolean fails() {
    return expected.stream().anyMatch(e -> e.rule().equals(rule));
  }

  /** The body to validate. */
  public byte[] body() {
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
    return name;
  }

  static JsonNode read(URL file) {
    try (InputStream in = file.openStream()) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
