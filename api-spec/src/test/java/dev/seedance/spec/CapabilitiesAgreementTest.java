package dev.seedance.spec;

import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the OpenAPI document and the capability tables of all revisions to the same facts. */
class CapabilitiesAgreementTest {

  private static final JsonNode SCHEMAS =
      OpenApiDocument.ofTheModule().root().at("/components/schemas");
  private static final JsonNode FIELDS = SCHEMAS.at("/GenerationRequest/properties");

  @Test
  void the_request_has_the_fields_of_all_revisions() {
    assertThat(FIELDS.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(union(CapabilitiesAgreementTest::members));
  }

  @Test
  void a_field_names_the_revision_that_it_came_with() {
    assertThat(FIELDS.properties())
        .allSatisfy(
            field -> {
              String first =
                  ApiSpec.revisions().stream()
                      .filter(r -> members(table(r)).contains(field.getKey()))
                      .findFirst()
                      .orElseThrow();
              assertThat(resolved(field.getValue()).path("x-since-revision").asText(oldest()))
                  .as(field.getKey())
                  .isEqualTo(first);
            });
  }

  @ParameterizedTest
  @CsvSource({"AspectRatio, aspect_ratios", "ToolType, tools"})
  void an_enum_has_the_values_of_all_revisions(String schema, String key) {
    assertThat(texts(SCHEMAS.path(schema).path("enum")))
        .containsExactlyInAnyOrderElementsOf(union(table -> texts(table.path(key))));
  }

  @ParameterizedTest
  @CsvSource({
    "Resolution, resolutions",
    "ImageRole, image_roles",
    "VideoRole, video_roles",
    "AudioRole, audio_roles",
    "MediaMode, media_modes"
  })
  void an_enum_has_the_values_of_all_models(String schema, String key) {
    assertThat(texts(SCHEMAS.path(schema).path("enum")))
        .containsExactlyInAnyOrderElementsOf(
            union(
                table -> models(table).flatMap(model -> texts(model.path(key)).stream()).toList()));
  }

  @Test
  void the_models_are_those_of_all_revisions() {
    assertThat(texts(SCHEMAS.at("/VideoModel/enum")))
        .containsExactlyInAnyOrderElementsOf(
            union(
                table -> table.path("models").properties().stream().map(m -> m.getKey()).toList()));
  }

  @Test
  void the_duration_spans_the_lengths_of_all_models() {
    List<Integer> allowed =
        union(
            table ->
                models(table)
                    .flatMap(m -> Stream.of(m.path("durations"), m.path("auto_durations")))
                    .flatMap(list -> texts(list).stream())
                    .map(Integer::valueOf)
                    .toList());

    assertThat(allowed).contains(FIELDS.at("/duration/minimum").asInt());
    assertThat(allowed).contains(FIELDS.at("/duration/maximum").asInt());
    assertThat(allowed)
        .allMatch(d -> d >= FIELDS.at("/duration/minimum").asInt())
        .allMatch(d -> d <= FIELDS.at("/duration/maximum").asInt());
  }

  @Test
  void the_longest_business_id_is_that_of_every_revision() {
    assertThat(union(table -> List.of(table.path("max_client_business_id_length").asInt())))
        .containsExactly(FIELDS.at("/client_business_id/maxLength").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"image_with_roles", "image_urls"})
  void a_list_of_images_holds_as_many_as_any_model_takes(String list) {
    assertThat(union(CapabilitiesAgreementTest::imageLimits).stream().max(naturalOrder()))
        .contains(FIELDS.path(list).path("maxItems").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"21:9", "16:9", "4:3", "1:1", "3:4", "9:16"})
  void the_overview_gives_the_frame_sizes(String ratio) {
    JsonNode sizes = json(ApiSpec.frameSizes());
    String row =
        Stream.of("480p", "720p", "1080p", "4k")
            .map(resolution -> sizes.path(resolution).path(ratio))
            .map(size -> " | " + size.path("width").asInt() + "x" + size.path("height").asInt())
            .reduce("| `" + ratio + "`", String::concat);

    assertThat(OpenApiDocument.ofTheModule().root().at("/tags/0/description").asText())
        .contains(row + " |");
  }

  private static JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.isEmpty()
        ? schema
        : SCHEMAS.path(reference.substring(reference.lastIndexOf('/') + 1));
  }

  private static List<Integer> imageLimits(JsonNode table) {
    return Stream.concat(
            Stream.of(table.path("max_reference_images")),
            models(table).map(model -> model.path("max_images")))
        .map(JsonNode::asInt)
        .toList();
  }

  private static List<String> members(JsonNode table) {
    List<String> members = new ArrayList<>(texts(table.path("fields")));
    table.path("members").fieldNames().forEachRemaining(members::add);
    return members;
  }

  private static <T> List<T> union(Function<JsonNode, List<T>> values) {
    return ApiSpec.revisions().stream()
        .flatMap(revision -> values.apply(table(revision)).stream())
        .distinct()
        .toList();
  }

  private static String oldest() {
    return ApiSpec.revisions().get(0);
  }

  private static JsonNode table(String revision) {
    return json(ApiSpec.capabilities(revision));
  }

  private static Stream<JsonNode> models(JsonNode table) {
    return StreamSupport.stream(table.path("models").spliterator(), false);
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static JsonNode json(URL document) {
    try (InputStream in = document.openStream()) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + document, e);
    }
  }
}
