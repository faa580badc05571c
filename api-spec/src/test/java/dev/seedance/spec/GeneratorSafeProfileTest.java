package dev.seedance.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Holds the contract to the profile, line by line; a failure names the offender by its pointer. */
class GeneratorSafeProfileTest {

  private static final OpenApiDocument SPEC = OpenApiDocument.ofTheModule();

  @Test
  void no_one_of_any_of_all_of_or_discriminator() {
    assertNone(GeneratorSafeProfile::compositions);
  }

  @Test
  void nullable_only_on_named_objects_that_the_server_sends() {
    assertNone(GeneratorSafeProfile::nullables);
  }

  @Test
  void null_is_said_by_nullable_which_validators_read() {
    assertNone(GeneratorSafeProfile::namesOfTheProjectsOwnForNull);
  }

  @Test
  void no_text_that_breaks_literals_or_comments_of_generated_code() {
    assertNone(GeneratorSafeProfile::textsThatBreakLiterals);
  }

  @Test
  void no_default_because_generated_clients_would_send_it() {
    assertNone(GeneratorSafeProfile::defaults);
  }

  @Test
  void no_keyword_that_generators_read_differently() {
    assertNone(GeneratorSafeProfile::keywordsReadDifferently);
  }

  @Test
  void every_schema_is_named_in_components() {
    assertNone(GeneratorSafeProfile::inlineSchemas);
  }

  @Test
  void no_schema_has_a_name_that_generated_code_needs() {
    assertNone(GeneratorSafeProfile::takenNames);
  }

  @Test
  void no_siblings_beside_ref() {
    assertNone(GeneratorSafeProfile::siblingsOfRefs);
  }

  @Test
  void closed_enum_only_in_requests() {
    assertNone(GeneratorSafeProfile::closedEnumsInResponses);
  }

  @Test
  void open_enum_only_on_strings_of_answers() {
    assertNone(GeneratorSafeProfile::openEnumsElsewhere);
  }

  @Test
  void no_object_is_closed_to_new_members() {
    assertNone(GeneratorSafeProfile::closedObjects);
  }

  @Test
  void every_operation_has_an_id_a_tag_and_a_summary() {
    assertNone(GeneratorSafeProfile::unidentifiedOperations);
  }

  @Test
  void every_operation_has_all_its_error_answers() {
    assertNone(GeneratorSafeProfile::missingErrors);
  }

  @Test
  void every_body_has_examples() {
    assertNone(GeneratorSafeProfile::bodiesWithoutExamples);
  }

  @Test
  void every_webhook_event_is_named_in_components() {
    assertNone(GeneratorSafeProfile::eventsOutsideComponents);
  }

  @Test
  void every_number_has_a_size_and_no_text_has_a_format() {
    assertNone(GeneratorSafeProfile::oddFormats);
  }

  @Test
  void every_schema_and_property_is_described() {
    assertNone(GeneratorSafeProfile::undescribed);
  }

  @Test
  void every_enum_constant_has_a_name_of_its_own() {
    assertNone(GeneratorSafeProfile::enumConstants);
  }

  private static void assertNone(Function<OpenApiDocument, List<String>> line) {
    assertThat(line.apply(SPEC)).as("offenders in openapi.yaml, as JSON Pointers").isEmpty();
  }
}
