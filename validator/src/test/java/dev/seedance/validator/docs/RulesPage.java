package dev.seedance.validator.docs;

import static dev.seedance.validator.docs.Markdown.code;
import static dev.seedance.validator.docs.Markdown.codes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.seedance.spec.ApiSpec;
import dev.seedance.spec.Vector;
import dev.seedance.spec.text.ShownText;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes {@code docs/rules.md}. */
final class RulesPage {

  private static final ObjectWriter JSON = new ObjectMapper().writer(indented());
  private static final String INTRODUCTION =
      """
      A report lists every violation of a request in the order of the document, each once; what is missing comes
      after what is there. An **error** makes the request invalid. A **warning** does not: the request is valid, but
      somebody should look. Pointers are JSON Pointers (RFC 6901) in the names of the wire; `*` stands for the index
      of an element, `…` for any path.

      Ids are for ever: a new rule takes a new id, and no id is used again for something else.

      - `null` is the same as absent. A list without elements counts as not sent.
      - An empty string is present: a resolution of `""` is unsupported, not missing.
      - Blank means empty, or nothing but white space. No-break spaces are not white space here.
      - A field of a wrong type breaks `field.type` and none of its other rules.
      - One fault gives one violation: a role that a model does not have is not counted as a frame on top.
      - Without a known model, rules that depend on the model are left out.
      """;

  private static final int LONGEST = 100;
  private static final String ABOUT_FILES =
      """
      `seedance validate --media` and `seedance generate` look into the files that a request names, see
      [Media files](media.md). What they find is a warning, and an error with `--strict`. These rules are the same in
      every revision, and no JSON Schema has them: a schema does not see files. A file that is checked alone has the
      pointer of a whole body.
      """;

  private final List<Vector> vectors = Vector.all();
  private final Map<String, RequestValidator> validators = new HashMap<>();

  String write() throws JsonProcessingException {
    var page =
        new Markdown().line(GeneratedDocsTest.NOTE).title(1, "Rules").paragraph(INTRODUCTION);
    List<String> head = new ArrayList<>(List.of("rule", "severity", "at"));
    head.addAll(ApiSpec.revisions());
    head.add("[JSON Schema](conformance.md)");
    page.table(head, ListedRule.all().stream().map(RulesPage::row).toList());
    for (ListedRule rule : ListedRule.all()) {
      describe(rule, page);
    }
    describeMedia(page);
    return page.toString();
  }

  private static void describeMedia(Markdown page) {
    page.title(2, "Rules about files").paragraph(ABOUT_FILES);
    page.table(
        List.of("rule", "severity", "at", "when"),
        ListedRule.ofMedia().stream()
            .map(rule -> List.of(code(rule.id()), rule.severity(), pointers(rule), rule.when()))
            .toList());
  }

  private static List<String> row(ListedRule rule) {
    List<String> row = new ArrayList<>();
    row.add("[" + code(rule.id()) + "](#" + anchor(rule) + ")");
    row.add(rule.severity());
    row.add(pointers(rule));
    ApiSpec.revisions().forEach(r -> row.add(rule.revisions().contains(r) ? "yes" : "-"));
    row.add(rule.schema().equals("not") ? "-" : rule.schema());
    return row;
  }

  private void describe(ListedRule rule, Markdown page) throws JsonProcessingException {
    page.title(2, rule.id());
    page.paragraph(rule.when());
    page.line("- " + capitalised(rule.severity()) + ", at " + pointers(rule));
    page.line("- Revisions: " + String.join(", ", rule.revisions()));
    page.line("- JSON Schema: " + schema(rule)).line("");
    Vector example = example(rule);
    page.paragraph("For example, under " + example.revision() + ":");
    page.fenced("json", text(example));
    page.paragraph("> " + message(example));
  }

  private static DefaultPrettyPrinter indented() {
    var everyElement = new DefaultIndenter("  ", "\n");
    var separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("");
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(everyElement)
        .withArrayIndenter(everyElement);
  }

  private static String schema(ListedRule rule) {
    String how =
        switch (rule.schema()) {
          case "fully" -> "yes";
          case "partly" -> "in part";
          default -> "no";
        };
    return rule.why().isEmpty() ? how : how + ". " + rule.why();
  }

  /** The first vector that breaks this rule and as few others as can be; a short one, if any. */
  private Vector example(ListedRule rule) {
    return vectors.stream()
        .filter(vector -> vector.rule().equals(rule.id()) && vector.fails())
        .filter(
            vector ->
                vector.json().has("request")
                    || isLong(vector)
                    || !vector.json().path("body").asText().isBlank())
        .min(
            Comparator.comparing(RulesPage::isLong)
                .thenComparingInt(vector -> vector.expected().size()))
        .orElseThrow(() -> new IllegalStateException("no vector breaks " + rule.id()));
  }

  private static boolean isLong(Vector vector) {
    return vector.json().has("bodyParts");
  }

  private static String text(Vector example) throws JsonProcessingException {
    if (isLong(example)) {
      return ShownText.beginning(example.body(), LONGEST) + "…";
    }
    return example.json().has("request")
        ? JSON.writeValueAsString(example.json().path("request"))
        : new String(example.body(), StandardCharsets.UTF_8);
  }

  private String message(Vector example) {
    return validators
        .computeIfAbsent(example.revision(), RulesPage::validator)
        .validate(example.body())
        .violations()
        .stream()
        .filter(violation -> violation.rule().equals(example.rule()))
        .map(Violation::message)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(example + " does not break its rule"));
  }

  private static RequestValidator validator(String revision) {
    return RequestValidator.builder().revision(revision).locale(Locale.ENGLISH).build();
  }

  private static String pointers(ListedRule rule) {
    return rule.pointers().equals(List.of("")) ? "the body" : codes(rule.pointers());
  }

  /** The anchor that renderers make of a heading: dots fall away. */
  private static String anchor(ListedRule rule) {
    return rule.id().replace(".", "");
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
