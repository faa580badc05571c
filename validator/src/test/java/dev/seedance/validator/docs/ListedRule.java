package dev.seedance.validator.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.spec.ApiSpec;
import dev.seedance.validator.Capabilities;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule as the list of rules has it.
 *
 * @param when when it is broken
 * @param schema {@code fully}, {@code partly} or {@code not}: how much of it a schema expresses
 * @param why what the schema lacks; empty if there is nothing to say
 */
record ListedRule(
    String id, String severity, List<String> pointers, String when, String schema, String why) {

  /** The rules that a request can break. */
  static List<ListedRule> all() {
    return read(ApiSpec.rules());
  }

  /** The rules that the files of a request can break. */
  static List<ListedRule> ofMedia() {
    return read(ApiSpec.media());
  }

  private static List<ListedRule> read(URL document) {
    try (InputStream in = document.openStream()) {
      List<ListedRule> rules = new ArrayList<>();
      new ObjectMapper().readTree(in).required("rules").forEach(rule -> rules.add(of(rule)));
      return rules;
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the list of rules", e);
    }
  }

  private static ListedRule of(JsonNode rule) {
    List<String> pointers = new ArrayList<>();
    rule.required("pointers").forEach(pointer -> pointers.add(pointer.asText()));
    return new ListedRule(
        rule.required("id").asText(),
        rule.required("severity").asText(),
        pointers,
        rule.required("when").asText(),
        rule.required("schema").asText(),
        rule.path("why").asText());
  }

  boolean isExpressed() {
    return !schema.equals("not");
  }

  /** The revisions whose requests can break the rule. */
  List<String> revisions() {
    return ApiSpec.revisions().stream()
        .filter(revision -> Capabilities.of(revision).rules().contains(id))
        .toList();
  }
}
