package dev.seedance.contract.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The listings of the page are parts of programs that {@code consumers/run.sh} builds and tests.
 */
class SpringListingsTest {

  private static final List<Listing> LISTINGS = Page.of("docs/spring.md").listings();

  @ParameterizedTest
  @ValueSource(strings = {"spring-boot-3", "spring-boot-4"})
  void each_is_a_part_of_a_file_of_the_program(String program) throws IOException {
    List<String> files = filesOf(Path.of("consumers", program, "src"));
    assertThat(LISTINGS).hasSize(3);
    for (Listing listing : LISTINGS) {
      assertThat(files)
          .as("files of %s, one with all lines of %s", program, listing.where())
          .anyMatch(file -> file.contains(lines(listing.text())));
    }
  }

  private static List<String> filesOf(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        texts.add(lines(Files.readString(file)));
      }
    }
    return texts;
  }

  /** Returns the lines without their indentation. */
  private static String lines(String text) {
    return text.lines().map(line -> line.strip() + "\n").collect(joining());
  }
}
