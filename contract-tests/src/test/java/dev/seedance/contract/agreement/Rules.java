package dev.seedance.contract.agreement;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.seedance.spec.ApiSpec;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.Severity;
import dev.seedance.validator.ValidationReport;
import dev.seedance.validator.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The two judges of a revision that need no server: our validator, and its JSON Schema. */
final class Rules {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode CATALOGUE = read(ApiSpec.rules()).path("rules");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());

  /** Rules about bodies that no schema sees, because they are no JSON value, or not one. */
  private static final Set<String> NO_VALUE =
      Set.of("body.too-large", "json.malformed", "json.duplicate-key");

  /** The degree to which the schema expresses each rule: fully, partly or not. */
  private static final Map<String, String> EXPRESSED =
      StreamSupport.stream(CATALOGUE.spliterator(), false)
          .collect(toMap(rule -> rule.path("id").asText(), rule -> rule.path("schema").asText()));

  private final RequestValidator validator;
  private final Schema schema;

  Rules(String revision) {
    validator = RequestValidator.builder().revision(revision).locale(Locale.ENGLISH).build();
    schema = REGISTRY.getSchema(read(ApiSpec.requestSchema(revision)));
  }

  /** Returns the ids of the rules that requests of a moderate size can break. */
  static List<String> ids() {
    List<String> ids = new ArrayList<>(CATALOGUE.findValuesAsText("id"));
    ids.remove("body.too-large");
    return ids;
  }

  ValidationReport validate(String body) {
    return validator.validate(body.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns true if a schema can read the request of a report. */
  static boolean isJsonValue(ValidationReport report) {
    return report.violations().stream().map(Violation::rule).noneMatch(NO_VALUE::contains);
  }

  boolean schemaAccepts(String body) {
    return schema.validate(body, InputFormat.JSON).isEmpty();
  }

  /**
   * Returns true if a schema that expresses all it can may give a verdict on a report's request.
   */
  static boolean schemaMaySay(boolean accepted, ValidationReport report) {
    Stream<String> errors =
        report.violations().stream()
            .filter(violation -> violation.severity() == Severity.ERROR)
            .map(violation -> EXPRESSED.getOrDefault(violation.rule(), ""));
    return accepted
        ? errors.noneMatch("fully"::equals)
        : errors.anyMatch(expressed -> !expressed.equals("not"));
  }

  private static JsonNode read(URL document) {
    try (var in = document.openStream()) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + document, e);
    }
  }
}
