package dev.seedance.mock.config;

import dev.seedance.spec.text.ShownText;
import java.util.List;

/**
 * One name in a YAML file, and the values beside it.
 *
 * @param line from 1
 * @param texts as they are written; more or less than one in a list
 */
record YamlEntry(int line, String name, List<String> texts) {

  private static final int MOST_SHOWN = 100;

  /** Returns the place for messages, such as {@code mock.yaml, line 3: port}. */
  String place(String file) {
    return "%s, line %d: %s".formatted(file, line, ShownText.plain(name, MOST_SHOWN));
  }
}
