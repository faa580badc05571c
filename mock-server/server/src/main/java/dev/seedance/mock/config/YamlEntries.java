package dev.seedance.mock.config;

import dev.seedance.spec.text.ShownText;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads a YAML file of names and values. It reads events, not a tree: nothing is nested but a list
 * of values, nothing is repeated by an alias, and nothing becomes an object.
 */
final class YamlEntries {

  private static final String EXPECTED = "expected lines such as 'port: 8080'";

  /** Values that stand for none in YAML if they are not quoted. */
  private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

  private static final int MOST_SHOWN = 200;

  private final String file;
  private final Iterator<Event> events;
  private final Map<String, YamlEntry> entries = new LinkedHashMap<>();

  private YamlEntries(String text, String file) {
    this.file = file;
    LoadSettings settings = LoadSettings.builder().build();
    this.events = new ParserImpl(settings, new StreamReader(settings, text));
  }

  /**
   * Reads the entries in their order.
   *
   * @param file for messages
   * @throws IllegalArgumentException if the text is no such YAML; the message tells the line
   */
  static List<YamlEntry> of(String text, String file) {
    var reader = new YamlEntries(text, file);
    try {
      reader.readDocument();
    } catch (MarkedYamlEngineException e) {
      throw reader.wrong(line(e.getProblemMark()), e.getProblem());
    } catch (ReaderException e) {
      int line = 1 + (int) text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
      throw reader.wrong(line, "a control character");
    }
    return List.copyOf(reader.entries.values());
  }

  private void readDocument() {
    next(); // the stream starts
    Event first = next();
    if (first.getEventId() == Event.ID.StreamEnd) {
      return;
    }
    Event content = next();
    if (content.getEventId() == Event.ID.MappingStart) {
      readMapping();
    } else if (!(content instanceof ScalarEvent scalar && isNothing(scalar))) {
      throw wrong(line(content.getStartMark()), "no name with a value");
    }
    next(); // the document ends
    Event last = next();
    if (last.getEventId() != Event.ID.StreamEnd) {
      throw wrong(line(last.getStartMark()), "a second document");
    }
  }

  private void readMapping() {
    for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next()) {
      String name = text(key);
      int line = line(key.getStartMark());
      var entry = new YamlEntry(line, name, readValues());
      YamlEntry before = entries.put(name, entry);
      if (before != null) {
        throw new IllegalArgumentException(
            "%s is there already, in line %d; expected each name once"
                .formatted(entry.place(file), before.line()));
      }
    }
  }

  private List<String> readValues() {
    Event first = next();
    if (first.getEventId() != Event.ID.SequenceStart) {
      return List.of(text(first));
    }
    List<String> texts = new ArrayList<>();
    for (Event item = next(); item.getEventId() != Event.ID.SequenceEnd; item = next()) {
      texts.add(text(item));
    }
    return texts;
  }

  private String text(Event event) {
    if (!(event instanceof ScalarEvent scalar)) {
      throw wrong(line(event.getStartMark()), "an alias, or a value in a value");
    }
    if (isNothing(scalar)) {
      throw wrong(line(event.getStartMark()), "a name or a value is missing");
    }
    return scalar.getValue();
  }

  private static boolean isNothing(ScalarEvent scalar) {
    return scalar.isPlain() && NOTHING.contains(scalar.getValue());
  }

  private Event next() {
    return events.next();
  }

  private static int line(Optional<Mark> mark) {
    return mark.orElseThrow().getLine() + 1;
  }

  private IllegalArgumentException wrong(int line, String problem) {
    return new IllegalArgumentException(
        "%s, line %d: %s; %s"
            .formatted(file, line, ShownText.plain(problem, MOST_SHOWN), EXPECTED));
  }
}
