package dev.seedance.contract.docs;

import java.util.List;
import java.util.Optional;

/**
 * A fenced block of a page, with the notes of the comments right before it.
 *
 * <p>Such a comment is {@code <!-- listing: WORD REST -->}; {@link Note} has the words.
 *
 * @param page the page, relative to the root of the project
 * @param line the line of its begin, from 1
 * @param language the word after the fence, empty if there is none
 * @param notes the comments before it
 * @param text the lines between the fences, each with a line feed
 */
public record Listing(String page, int line, String language, List<Note> notes, String text) {

  /**
   * A note of a comment on the listing that follows.
   *
   * @param word one of {@link #WORDS}
   * @param rest the text after it
   */
  public record Note(String word, String rest) {

    /** Is not run; the reason follows. */
    static final String NOT_RUN = "not-run";

    /**
     * Is run by the test class or the script that follows, because more than its run is checked.
     */
    static final String RUN_BY = "run-by";

    /** Is written to the file that follows; a later listing of the page uses it. */
    static final String FILE = "file";

    /** Is what the listing before it has printed, with … for any text. */
    static final String OUTPUT = "output";

    /** Ends with the exit code that follows. */
    static final String EXIT = "exit";

    /** Is compiled in the frame that follows, not in the one of the page's name. */
    static final String FRAME = "frame";

    static final List<String> WORDS = List.of(NOT_RUN, RUN_BY, FILE, OUTPUT, EXIT, FRAME);
  }

  Optional<String> note(String word) {
    return notes.stream().filter(note -> note.word().equals(word)).map(Note::rest).findFirst();
  }

  boolean has(String word) {
    return note(word).isPresent();
  }

  /** Returns the exit code that it promises; 0 if it says nothing. */
  int exitCode() {
    return Integer.parseInt(note(Note.EXIT).orElse("0"));
  }

  String where() {
    return page + ":" + line;
  }
}
