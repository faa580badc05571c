package dev.seedance.validator.cli;

import dev.seedance.spec.text.Printable;
import dev.seedance.validator.Rule;
import dev.seedance.validator.Violation;
import dev.seedance.validator.internal.json.JsonBody;
import dev.seedance.validator.internal.json.Positions;
import dev.seedance.validator.internal.json.TextPosition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The lines of a file that violations are about. */
final class Excerpts {

  private static final int WIDTH = 100;
  private static final String CUT = "…";

  /** So many bytes on each side of a place are enough for the width. */
  private static final int NEIGHBOURHOOD = 4 * (WIDTH + 1);

  private final byte[] body;
  private final Function<Violation, Optional<TextPosition>> positions;

  private Excerpts(byte[] body, Function<Violation, Optional<TextPosition>> positions) {
    this.body = body;
    this.positions = positions;
  }

  /**
   * A line, cut to a readable width.
   *
   * @param line from 1
   * @param caret how many characters stand before the place in question
   */
  record Excerpt(int line, String text, int caret) {}

  /** Finds the lines; a body of no bytes has none, as that of a media file. */
  static Excerpts of(byte[] body, List<Violation> violations) {
    if (body.length == 0) { // or not read at all
      return new Excerpts(body, violation -> Optional.empty());
    }
    if (violations.get(0).rule().equals(Rule.JSON_MALFORMED.id())) {
      return new Excerpts(body, violation -> JsonBody.flaw(body));
    }
    var positions = Positions.find(body, violations.stream().map(Violation::pointer).toList());
    return new Excerpts(
        body,
        violation ->
            Optional.of(positions.of(violation.pointer()))
                .filter(Positions.Position::present)
                .map(position -> TextPosition.of(body, position.offset())));
  }

  Optional<Excerpt> of(Violation violation) {
    return positions.apply(violation).map(this::excerpt);
  }

  private Excerpt excerpt(TextPosition position) {
    int at = position.offset();
    int first = at;
    while (first > 0 && at - first < NEIGHBOURHOOD && body[first - 1] != '\n') {
      first--;
    }
    int last = at;
    while (last < body.length && last - at < NEIGHBOURHOOD && body[last] != '\n') {
      last++;
    }
    int[] line = text(first, last).codePoints().map(Excerpts::printable).toArray();
    int caret = Math.toIntExact(text(first, at).codePoints().count());
    int start = Math.max(0, Math.min(caret - WIDTH / 2, line.length - WIDTH));
    int end = Math.min(line.length, start + WIDTH);
    String before = start > 0 ? CUT : "";
    String after = end < line.length ? CUT : "";
    return new Excerpt(
        position.line(),
        before + new String(line, start, end - start).stripTrailing() + after,
        caret - start + before.length());
  }

  private String text(int start, int end) {
    return new String(body, start, end - start, StandardCharsets.UTF_8);
  }

  private static int printable(int character) {
    return Printable.isHidden(character) ? ' ' : character;
  }
}
