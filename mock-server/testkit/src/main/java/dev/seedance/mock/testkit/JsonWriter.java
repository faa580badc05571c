package dev.seedance.mock.testkit;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what {@link Json} reads, without space between. */
final class JsonWriter {

  private static final String ESCAPED = "\"\\\b\f\n\r\t";
  private static final String ESCAPES = "\"\\bfnrt";

  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  /** Returns the JSON of a value that {@link Json#read} could have returned. */
  static String write(@Nullable Object value) {
    var writer = new JsonWriter();
    writer.value(value);
    return writer.out.toString();
  }

  private void value(@Nullable Object value) {
    if (value instanceof JsonObject object) {
      object(object.members().entrySet().iterator());
    } else if (value instanceof List<?> list) {
      array(list.iterator());
    } else if (value instanceof String string) {
      string(string);
    } else if (value == null || value instanceof BigDecimal || value instanceof Boolean) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("not a value of JSON: " + value);
    }
  }

  private void object(Iterator<Map.Entry<String, @Nullable Object>> members) {
    out.append('{');
    while (members.hasNext()) {
      var member = members.next();
      string(member.getKey());
      out.append(':');
      value(member.getValue());
      out.append(members.hasNext() ? "," : "");
    }
    out.append('}');
  }

  private void array(Iterator<?> values) {
    out.append('[');
    while (values.hasNext()) {
      value(values.next());
      out.append(values.hasNext() ? "," : "");
    }
    out.append(']');
  }

  private void string(String string) {
    out.append('"');
    for (int i = 0; i < string.length(); i++) {
      char unit = string.charAt(i);
      int escape = ESCAPED.indexOf(unit);
      if (escape >= 0) {
        out.append('\\').append(ESCAPES.charAt(escape));
      } else if (unit < ' ' || Character.isSurrogate(unit)) { // a lone surrogate has no UTF-8
        out.append("\\u%04x".formatted((int) unit));
      } else {
        out.append(unit);
      }
    }
    out.append('"');
  }
}
