package dev.seedance.validator.conformance;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.seedance.spec.ApiSpec;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares what the validator and the generated JSON Schema of a revision say of the same body.
 *
 * @param expressed the rules that the schema has
 */
record SchemaAgreement(RequestValidator validator, Schema schema, Set<String> expressed) {

  private static final Pattern RULE = Pattern.compile("#/\\$defs/([a-z-]+\\.[a-z-]+)");
  private static final ObjectReader EXACT =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .reader();

  static SchemaAgreement of(String revision) {
    JsonNode schema = read(ApiSpec.requestSchema(revision));
    return new SchemaAgreement(
        RequestValidator.builder().revision(revision).build(),
        SchemaRegistry.withDefaultDialect(Dialects.getDraft202012()).getSchema(schema),
        schema.path("$defs").properties().stream().map(Map.Entry::getKey).collect(toSet()));
  }

  /**
   * Fails if the verdicts differ. Errors of rules that the schema does not have are left out. Each
   * of the others must be among the definitions that the schema's errors come from, which may be
   * more: one fault can break two definitions.
   *
   * @return the rules that are broken, of those that the schema has
   */
  Set<String> compare(byte[] body) throws IOException {
    Set<String> errors =
        validator.validate(body).errors().stream()
            .map(Violation::rule)
            .filter(expressed::contains)
            .collect(toSet());
    Set<String> found = rules(schema.validate(EXACT.readTree(body)));

    String sent = new String(body, StandardCharsets.UTF_8);
    assertThat(found).as(sent).containsAll(errors);
    assertThat(found.isEmpty()).as("%s: %s", sent, errors).isEqualTo(errors.isEmpty());
    return errors;
  }

  private static JsonNode read(URL document) {
    try (InputStream in = document.openStream()) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + document, e);
    }
  }

  private static Set<String> rules(List<Error> errors) {
    return errors.stream()
        .map(error -> RULE.matcher(error.getSchemaLocation().toString()))
        .filter(Matcher::find)
        .map(match -> match.group(1))
        .collect(toSet());
  }
}
