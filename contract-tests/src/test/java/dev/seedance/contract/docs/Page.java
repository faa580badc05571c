package dev.seedance.contract.docs;

import dev.seedance.contract.docs.Listing.Note;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of Markdown.
 *
 * @param name its path, relative to the root of the project
 * @param text its text
 */
public record Page(String name, String text) {

  /** The root of the project; tests run in the folder of their module. */
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern FENCE = Pattern.compile("(\\s*)```+\\s*(\\S*).*");
  private static final Pattern NOTE = Pattern.compile("<!-- listing: (\\S+)\\s*(.*?) *-->");

  /** Returns the pages that a reader gets to: those of the root and of {@code docs}. */
  static List<Page> all() {
    return Stream.of(ROOT, ROOT.resolve("docs")).flatMap(Page::in).toList();
  }

  /** Reads a page. */
  public static Page of(String name) {
    try {
      return new Page(name, Files.readString(ROOT.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns true if a test keeps the whole page equal to code and data. */
  boolean generated() {
    return text.startsWith("<!-- Generated from code and data");
  }

  /** Returns its listings, in its order. */
  public List<Listing> listings() {
    var listings = new ArrayList<Listing>();
    var notes = new ArrayList<Note>();
    List<String> lines = text.lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      Matcher fence = FENCE.matcher(lines.get(at));
      Matcher note = NOTE.matcher(lines.get(at).strip());
      if (fence.matches()) {
        int begin = at + 1;
        do {
          at++;
        } while (at < lines.size() && !lines.get(at).strip().equals("```"));
        String block = String.join("\n", lines.subList(begin, Math.min(at, lines.size()))) + "\n";
        listings.add(
            new Listing(name, begin, fence.group(2), List.copyOf(notes), block.stripIndent()));
        notes.clear();
      } else if (note.matches()) {
        notes.add(new Note(note.group(1), note.group(2)));
      } else if (!notes.isEmpty()) {
        throw new IllegalStateException(
            "%s:%d: a note stands before no listing".formatted(name, at + 1));
      }
    }
    return listings;
  }

  private static Stream<Page> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .map(file -> of(ROOT.relativize(file).toString().replace('\\', '/')))
          .sorted((one, other) -> one.name().compareTo(other.name()))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
