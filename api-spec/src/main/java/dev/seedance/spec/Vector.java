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
 * A conformance vector: the body of a request, and the violations that a validator must give.
 *
 * <p>For tests of any validator or server that is written in Java. It reads with Jackson 2.15 or
 * later, an optional dependency of this jar: bring {@code jackson-databind}.
 *
 * @param family the family of rules that the vector belongs to, such as {@code duration}
 * @param name revision, family and case, such as {@code 2026-06/duration/auto}; no other vector has
 *     it
 * @param revision the revision of the contract to validate against
 * @param rule the rule that the vector is about
 * @param json the vector as it stands in its file, see {@link ApiSpec#vectorSchema()}
 * @param expected every violation, in the order of the document
 */
public record Vector(
    String family,
    String name,
    String revision,
    String rule,
    JsonNode json,
    List<Expected> expected) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies the list. */
  public Vector {
    expected = List.copyOf(expected);
  }

  /**
   * A violation that a vector expects.
   *
   * @param rule id of the rule
   * @param severity {@code error} or {@code warning}
   * @param pointer RFC 6901; empty for the whole body
   */
  public record Expected(String rule, String severity, String pointer) {}

  /** Reads every vector of every family anew, so keep them. */
  public static List<Vector> all() {
    return ApiSpec.vectors().stream().map(Vector::read).flatMap(Vector::of).toList();
  }

  /** Returns true if the vector breaks the rule that it is about. */
  public boolean fails() {
    return expected.stream().anyMatch(violation -> violation.rule().equals(rule));
  }

  /** Returns the rules that the body breaks as errors, each once; a valid body has none. */
  public List<String> errors() {
    return expected.stream()
        .filter(violation -> violation.severity().equals("error"))
        .map(Expected::rule)
        .distinct()
        .toList();
  }

  /** Returns the bytes to validate or to send. */
  public byte[] body() {
    if (json.has("request")) {
      return json.path("request").toString().getBytes(StandardCharsets.UTF_8);
    }
    if (json.has("bodyBase64")) {
      return Base64.getDecoder().decode(text(json, "bodyBase64"));
    }
    var text = new StringBuilder(json.path("body").asText());
    json.path("bodyParts")
        .forEach(part -> text.append(text(part, "text").repeat(part.path("repeat").asInt(1))));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name;
  }

  private static Stream<Vector> of(JsonNode file) {
    String family = text(file, "family");
    return elements(file, "vectors")
        .map(
            node ->
                new Vector(
                    family,
                    text(node, "name"),
                    text(node, "revision"),
                    text(node, "rule"),
                    node,
                    elements(node, "expect").map(Vector::violation).toList()));
  }

  private static Expected violation(JsonNode node) {
    return new Expected(text(node, "rule"), text(node, "severity"), text(node, "pointer"));
  }

  private static JsonNode read(URL file) {
    try (InputStream in = file.openStream()) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }

  private static Stream<JsonNode> elements(JsonNode node, String member) {
    return StreamSupport.stream(node.required(member).spliterator(), false);
  }

  private static String text(JsonNode node, String member) {
    return node.required(member).asText();
  }
}
