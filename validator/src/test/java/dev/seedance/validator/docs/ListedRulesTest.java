package dev.seedance.validator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.spec.ApiSpec;
import dev.seedance.spec.Vector;
import dev.seedance.validator.Capabilities;
import dev.seedance.validator.Rule;
import dev.seedance.validator.media.MediaRule;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of rules that is data, and the rules that are code, are the same. */
class ListedRulesTest {

  static List<ListedRule> rules() {
    return ListedRule.all();
  }

  @Test
  void has_the_rules_of_the_code_in_their_order_and_then_those_of_the_tables() {
    Stream<String> coded =
        Arrays.stream(Rule.values()).map(rule -> rule.id() + " " + rule.severity().json());
    Stream<String> ofRows =
        ApiSpec.revisions().stream()
            .flatMap(revision -> Capabilities.of(revision).rules().stream())
            .filter(id -> Rule.withId(id).isEmpty())
            .map(id -> id + " error")
            .distinct();

    assertThat(rules())
        .extracting(rule -> rule.id() + " " + rule.severity())
        .containsExactlyElementsOf(Stream.concat(coded, ofRows).toList());
  }

  @Test
  void has_the_rules_about_files_in_their_order() {
    assertThat(ListedRule.ofMedia())
        .extracting(ListedRule::id)
        .containsExactlyElementsOf(Arrays.stream(MediaRule.values()).map(MediaRule::id).toList());
    assertThat(ListedRule.ofMedia())
        .allMatch(rule -> rule.severity().equals("warning") && !rule.isExpressed());
    assertThat(rules())
        .extracting(ListedRule::id)
        .as("rules that vectors are wanted for")
        .noneMatch(id -> id.startsWith("media."));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_that_a_schema_expresses_is_defined_where_it_applies(ListedRule rule)
      throws IOException {
    for (String revision : ApiSpec.revisions()) {
      assertThat(schema(revision).path("$defs").has(rule.id()))
          .as("%s in the schema of %s", rule.id(), revision)
          .isEqualTo(rule.isExpressed() && rule.revisions().contains(revision));
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void what_a_schema_lacks_is_said(ListedRule rule) {
    assertThat(rule.schema()).isIn("fully", "partly", "not");
    assertThat(rule.schema().equals("fully") || !rule.why().isBlank()).isTrue();
  }

  @Test
  void the_pointers_are_those_that_the_vectors_expect() {
    var listed = rules().stream().collect(Collectors.toMap(ListedRule::id, Function.identity()));

    assertThat(Vector.all())
        .flatExtracting(Vector::expected)
        .allSatisfy(
            expected ->
                assertThat(Objects.requireNonNull(listed.get(expected.rule())).pointers())
                    .as("%s at %s", expected.rule(), expected.pointer())
                    .anyMatch(pointer -> matches(pointer, expected.pointer())));
  }

  private static boolean matches(String listed, String pointer) {
    String regex = Pattern.quote(listed).replace("*", "\\E[0-9]+\\Q").replace("…", "\\E.*\\Q");
    return pointer.matches(regex);
  }

  private static JsonNode schema(String revision) throws IOException {
    try (InputStream in = ApiSpec.requestSchema(revision).openStream()) {
      return new ObjectMapper().readTree(in);
    }
  }
}
