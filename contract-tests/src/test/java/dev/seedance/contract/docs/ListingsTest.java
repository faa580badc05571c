package dev.seedance.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.contract.docs.Listing.Note;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * Every listing of every page is run, or says why not.
 *
 * <p>A block needs a language that has a runner here, or a note right before it: {@code <!--
 * listing: WORD REST -->}, with the words of {@link Note}. The listings of a page run in its order,
 * in one {@link Session}.
 */
class ListingsTest {

  private static final Map<String, Runner> RUNNERS =
      Map.of(
          "sh", Shell::run,
          "bash", Shell::run,
          "console", Shell::converse,
          "java", JavaListings::run,
          "python", Scripts::python,
          "typescript", Scripts::typescript,
          "json", (listing, session) -> Documents.json(listing),
          "yaml", (listing, session) -> Documents.yaml(listing),
          "xml", (listing, session) -> Documents.maven(listing),
          "mermaid", (listing, session) -> DiagramsTest.requireDrawn(listing));

  @TempDir private static Path folders;

  private static final List<Session> SESSIONS = new CopyOnWriteArrayList<>();

  /** A thread a core: pages are independent, and mostly wait for programs to start. */
  private static final ExecutorService READERS =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  @AfterAll
  static void close() {
    READERS.shutdownNow();
    SESSIONS.forEach(Session::close);
  }

  @TestFactory
  Stream<DynamicContainer> listings() {
    return Page.all().stream()
        .filter(page -> !page.generated() && !page.listings().isEmpty())
        .map(page -> DynamicContainer.dynamicContainer(page.name(), tests(page)))
        .toList()
        .stream();
  }

  @Test
  void a_listing_without_a_runner_needs_a_note() {
    assertThat(unfit(listing("```\nls\n```"))).contains("has no language");
    assertThat(unfit(listing("```cobol\nSTOP RUN.\n```"))).contains("'cobol'");
    assertThat(unfit(listing("<!-- listing: not-run -->\n```cobol\nSTOP RUN.\n```")))
        .contains("without a reason");
    assertThat(unfit(listing("<!-- listing: nut-run it is nuts -->\n```sh\nls\n```")))
        .contains("'nut-run'");
    assertThat(unfit(listing("<!-- listing: run-by NoSuchTest -->\n```sh\nls\n```")))
        .contains("NoSuchTest");
    assertThat(unfit(listing("<!-- listing: file a.sh -->\n```sh\nls\n```")))
        .contains("no later listing uses a.sh");
    assertThat(unfit(listing("<!-- listing: not-run It needs a tape drive. -->\n```cobol\nX\n```")))
        .isEmpty();
    assertThat(unfit(listing("```sh\nls\n```"))).isEmpty();
  }

  /** Starts to run the listings of a page; each test tells how its listing went. */
  private static List<DynamicTest> tests(Page page) {
    var place = new Place();
    List<FutureTask<Listing>> runs = new ArrayList<>();
    List<DynamicTest> tests = new ArrayList<>();
    for (Listing listing : page.listings()) {
      var run =
          new FutureTask<>(
              () -> {
                place.read(listing, page);
                return listing;
              });
      runs.add(run);
      tests.add(
          DynamicTest.dynamicTest(
              "line " + listing.line() + " " + listing.language(), () -> tell(run)));
    }
    READERS.execute(() -> runs.forEach(FutureTask::run));
    return tests;
  }

  private static void tell(FutureTask<Listing> run) throws Throwable {
    try {
      var unused = run.get();
    } catch (ExecutionException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  /** Returns the fault of a listing that can't be run; empty if there is none. */
  private static String unfit(Listing listing, Page page) {
    for (Note note : listing.notes()) {
      if (!Note.WORDS.contains(note.word())) {
        return "'%s' is none of %s".formatted(note.word(), Note.WORDS);
      }
    }
    if (listing.has(Note.NOT_RUN)) {
      return listing.note(Note.NOT_RUN).orElse("").isEmpty() ? "not-run without a reason" : "";
    }
    String file = listing.note(Note.FILE).orElse("");
    if (!file.isEmpty()
        && !listing.has(Note.RUN_BY)
        && page.listings().stream()
            .noneMatch(one -> one.line() > listing.line() && one.text().contains(file))) {
      return "no later listing uses " + file;
    }
    String test = listing.note(Note.RUN_BY).orElse("");
    if (!test.isEmpty()) {
      return runs(test, page) ? "" : test + " is no test here that reads " + page.name();
    }
    if (listing.language().isEmpty() && !listing.has(Note.OUTPUT)) {
      return "has no language";
    }
    return listing.has(Note.OUTPUT)
            || listing.has(Note.FILE)
            || RUNNERS.containsKey(listing.language())
        ? ""
        : "no runner for '%s', and no note that says why it is not run"
            .formatted(listing.language());
  }

  /** Returns true if a test class of any module, or a script, has that name and reads that page. */
  private static boolean runs(String test, Page page) {
    String name = page.name().substring(page.name().lastIndexOf('/') + 1);
    try (Stream<Path> sources = Files.walk(Page.ROOT)) {
      return sources
          .filter(source -> source.endsWith(test + ".java") || source.endsWith(test))
          .anyMatch(
              source ->
                  Page.of(Page.ROOT.relativize(source).toString()).text().contains(name + "\""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Page listing(String markdown) {
    return new Page("made-up.md", markdown);
  }

  private static String unfit(Page page) {
    return unfit(page.listings().get(0), page);
  }

  private interface Runner {
    void run(Listing listing, Session session) throws Exception;
  }

  /** The session of a page's listings; one that is left out takes those with it that follow it. */
  private static final class Place {

    private final List<Session> session = new ArrayList<>();
    private String leftOut = "";

    void read(Listing listing, Page page) throws Exception {
      assertThat(unfit(listing, page)).as(listing.where()).isEmpty();
      if (!listing.has(Note.NOT_RUN) && !listing.has(Note.RUN_BY)) {
        run(listing);
      }
    }

    private void run(Listing listing) throws Exception {
      if (session.isEmpty()) {
        session.add(new Session(Files.createTempDirectory(folders, "page")));
        SESSIONS.add(session.get(0));
      }
      if (listing.has(Note.OUTPUT)) {
        show(listing);
      } else if (listing.has(Note.FILE)) {
        String file = listing.note(Note.FILE).orElseThrow();
        Files.writeString(
            session.get(0).folder().resolve(file), session.get(0).localized(listing.text()));
        if (listing.language().equals("json")) {
          Documents.json(listing);
        }
      } else {
        try {
          RUNNERS.get(listing.language()).run(listing, session.get(0));
        } catch (TestAbortedException e) {
          leftOut = String.valueOf(e.getMessage());
          throw e;
        }
      }
    }

    private void show(Listing listing) {
      if (!leftOut.isEmpty()) {
        throw new TestAbortedException(leftOut);
      }
      String printed = session.get(0).printed();
      assertThat(Transcript.matches(listing.text(), printed))
          .as("%s shows%n%s%nbut this was printed:%n%s", listing.where(), listing.text(), printed)
          .isTrue();
    }
  }
}
