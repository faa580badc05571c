package dev.seedance.mock.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259), strictly: a repeated name or anything behind the value is refused.
 *
 * <p>Values are {@link JsonObject}, {@link List}, {@link String}, {@link BigDecimal}, {@link
 * Boolean} and null.
 */
final class Json {

  private static final int MAX_DEPTH = 200;

  /** The number of characters that a message quotes of a text that is not JSON. */
  private static final int SHOWN = 200;

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  private static final Set<Character> SPACE = Set.of(' ', '\t', '\n', '\r');

  private final String text;
  private int at;
  private int depth;

  private Json(String text) {
    this.text = text;
  }

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException when it is not JSON; the message says where
   */
  static @Nullable Object read(String text) {
    var json = new Json(text);
    Object value = json.value();
    if (json.peek() != 0 || json.at < text.length()) {
      throw json.wrong("the end");
    }
    return value;
  }

  private @Nullable Object value() {
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private JsonObject object() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    enter();
    if (!take('}')) {
      do {
        if (peek() != '"') {
          throw wrong("a name in quotes");
        }
        String name = string();
        require(':');
        Object value = value();
        if (members.containsKey(name)) {
          throw wrong("the name '" + name + "' once");
        }
        members.put(name, value);
      } while (take(','));
      require('}');
    }
    depth--;
    return new JsonObject(members);
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> values = new ArrayList<>();
    enter();
    if (!take(']')) {
      do {
        values.add(value());
      } while (take(','));
      require(']');
    }
    depth--;
    return values;
  }

  private void enter() {
    at++;
    if (++depth > MAX_DEPTH) {
      throw wrong("at most " + MAX_DEPTH + " levels");
    }
  }

  private String string() {
    var string = new StringBuilder();
    for (at++; ; at++) {
      char next = at < text.length() ? text.charAt(at) : 0;
      if (next == '"') {
        at++;
        return string.toString();
      }
      if (next < ' ') {
        throw wrong("the end of a string");
      }
      string.append(next == '\\' ? escaped() : next);
    }
  }

  private char escaped() {
    at++;
    char code = at < text.length() ? text.charAt(at) : 0;
    return switch (code) {
      case '"', '\\', '/' -> code;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("an escape");
    };
  }

  private char unicode() {
    int unit = 0;
    for (int digit = 0; digit < 4; digit++) {
      at++;
      int value = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (value < 0 || text.charAt(at) > 'f') {
        throw wrong("four hexadecimal digits");
      }
      unit = unit * 16 + value;
    }
    return (char) unit;
  }

  private BigDecimal number() {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw wrong("a value");
    }
    at = number.end();
    return new BigDecimal(number.group());
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw wrong("a value");
    }
    at += word.length();
    return value;
  }

  /** Returns the next character that is not space; 0 at the end. */
  private char peek() {
    while (at < text.length() && SPACE.contains(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean take(char wanted) {
    boolean there = peek() == wanted;
    if (there) {
      at++;
    }
    return there;
  }

  private void require(char wanted) {
    if (!take(wanted)) {
      throw wrong("'" + wanted + "'");
    }
  }

  private IllegalArgumentException wrong(String expected) {
    return new IllegalArgumentException(
        "not JSON at character %d, expected %s: %s".formatted(at, expected, beginning()));
  }

  private String beginning() {
    return text.codePointCount(0, text.length()) <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
  }
}
