package dev.seedance.spec;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the files of conformance vectors to their format, and to the list of rules. */
class VectorsTest {

  private static final Path FOLDER = Path.of("vectors");
  private static final List<Vector> ALL = Vector.all();
  private static final Schema FORMAT =
      SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
          .getSchema(Documents.read(ApiSpec.vectorSchema()));

  static List<URL> files() {
    return ApiSpec.vectors();
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_has_the_format(URL file) {
    List<Error> faults = FORMAT.validate(Documents.read(file).toString(), InputFormat.JSON);

    assertThat(faults).as(file.getPath()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_has_the_name_of_its_family(URL file) {
    assertThat(file.getPath())
        .endsWith("/" + Documents.read(file).path("family").asText() + ".vectors.json");
  }

  @Test
  void the_jar_hands_out_every_file() throws IOException {
    try (Stream<Path> inFolder = Files.list(FOLDER)) {
      assertThat(files().stream().map(file -> Path.of(file.getPath()).getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              inFolder
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".vectors.json"))
                  .toList());
    }
  }

  @Test
  void there_are_at_least_three_hundred() {
    assertThat(ALL).hasSizeGreaterThanOrEqualTo(300);
  }

  @Test
  void no_two_have_the_same_name() {
    assertThat(ALL).extracting(Vector::name).doesNotHaveDuplicates();
  }

  @Test
  void names_begin_with_revision_and_family() {
    assertThat(ALL)
        .allSatisfy(
            vector ->
                assertThat(vector.name())
                    .startsWith(vector.revision() + "/" + vector.family() + "/"));
  }

  @Test
  void revisions_are_known() {
    assertThat(ALL)
        .extracting(Vector::revision)
        .containsOnly(ApiSpec.revisions().toArray(String[]::new));
  }

  @Test
  void rules_and_severities_are_those_of_the_list() {
    Map<String, String> severities =
        StreamSupport.stream(Documents.read(ApiSpec.rules()).path("rules").spliterator(), false)
            .collect(
                toMap(rule -> rule.path("id").asText(), rule -> rule.path("severity").asText()));

    assertThat(ALL)
        .allSatisfy(
            vector -> {
              assertThat(severities).as(vector.name()).containsKey(vector.rule());
              assertThat(vector.expected())
                  .as(vector.name())
                  .allSatisfy(e -> assertThat(severities).containsEntry(e.rule(), e.severity()));
            });
  }
}
