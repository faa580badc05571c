package dev.seedance.mock.config;

import dev.seedance.mock.options.GivenValue;
import dev.seedance.mock.options.Option;
import java.util.List;

/**
 * A file that holds a secret, such as those that Docker and Kubernetes mount. The line end after it
 * is no part of it. No message shows the content.
 */
final class SecretFile {

  private static final int MAX_BYTES = 64 << 10;

  private SecretFile() {}

  /**
   * Reads a secret; for an option that may be given more than once, one in each line.
   *
   * @param place that names the file
   * @throws IllegalArgumentException if the file can't be read, or holds nothing
   */
  static GivenValue read(String place, String file, Option<?> option) {
    String text = TextFile.read(place, file, MAX_BYTES, "a file that holds the value");
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: '%s' is empty; expected a file that holds the value".formatted(place, file));
    }
    return new GivenValue(place, option.repeatable() ? lines : List.of(withoutLineEnd(text)));
  }

  private static String withoutLineEnd(String text) {
    return text.replaceFirst("\\R\\z", "");
  }

  static IllegalArgumentException givenTwice(String value, String file) {
    return new IllegalArgumentException(
        "%s and %s are both given; expected one of them".formatted(value, file));
  }
}
