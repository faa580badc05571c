package dev.seedance.contract.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Javadoc of all modules opens with a noun or a verb, as {@code CONTRIBUTING.md} asks. */
class JavadocOpeningsTest {

  /** The number that may be left; a few clauses read better than what would replace them. */
  private static final int LIMIT = 10;

  private static final Pattern OPENING =
      Pattern.compile("/\\*\\*[\\s*]*(?:What|Whether|Where|Which|Who|How)");
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");

  @Test
  void few_comments_open_with_a_noun_clause() throws IOException {
    List<Path> sources = sources();
    assertThat(sources)
        .anySatisfy(file -> assertThat(file).hasFileName("JavadocOpeningsTest.java"));
    List<String> found = sources.stream().flatMap(JavadocOpeningsTest::openings).toList();
    assertThat(found.size())
        .as(
            "Javadoc that opens with What, Whether, Where, Which, Who or How:%n%s",
            found.stream().collect(joining("\n")))
        .isLessThanOrEqualTo(LIMIT);
  }

  @Test
  void an_opening_is_found_on_the_first_and_on_the_second_line_of_a_comment() {
    String source =
        """
        /** %1$s it is. */
        int one;

        /**
         * %1$s it is.
         */
        int two;

        /** Tells %1$s it is. */
        int three; // %1$s it is.
        """
            .formatted("What");
    assertThat(OPENING.matcher(source).results().map(match -> line(source, match.start())))
        .containsExactly(1L, 4L);
  }

  private static Stream<String> openings(Path file) {
    String text = Page.of(Page.ROOT.relativize(file).toString()).text();
    return OPENING
        .matcher(text)
        .results()
        .map(match -> Page.ROOT.relativize(file) + ":" + line(text, match.start()));
  }

  private static long line(String text, int at) {
    return text.substring(0, at).chars().filter(character -> character == '\n').count() + 1;
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    Files.walkFileTree(
        Page.ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              sources.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return sources.stream().sorted().toList();
  }
}
