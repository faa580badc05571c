package dev.seedance.validator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import dev.seedance.spec.text.ShownText;
import dev.seedance.validator.internal.Finding;
import dev.seedance.validator.internal.UnknownMember;
import dev.seedance.validator.internal.Wording;
import dev.seedance.validator.internal.json.BodyText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of a wanted type at the parser's position and notes what is of another type, unknown
 * or there twice. {@code null} is the same as absent.
 */
final class Values {

  /** An integer of 64 bits has at most so many characters. */
  private static final int LONGEST_INTEGER = 20;

  /** A rejected value is reported with at most so many members and elements. */
  private static final int MOST_PARTS = 1_000;

  private static final String CUT = "…";

  private final JsonParser parser;
  private final BodyText texts;
  private final List<Finding> findings = new ArrayList<>(0);
  private final Set<String> duplicates = new HashSet<>(0);
  private int errors;
  private int warnings;

  /** The number of members and elements that the value at hand may still have. */
  private int room = Integer.MAX_VALUE;

  Values(JsonParser parser, BodyText texts) {
    this.parser = parser;
    this.texts = texts;
  }

  List<Finding> findings() {
    return findings;
  }

  @Nullable String string(JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      return text();
    }
    refuse("string", token);
    return null;
  }

  /** Returns the string at hand. */
  String text() throws IOException {
    return texts.of(parser);
  }

  @Nullable Boolean bool(JsonToken token) throws IOException {
    if (token.isBoolean()) {
      return token == JsonToken.VALUE_TRUE;
    }
    refuse("boolean", token);
    return null;
  }

  /** An integer of 64 bits, in any notation: {@code 5.0} and {@code 5e0} are the integer 5. */
  @Nullable Long integer(JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NUMBER_INT && fitsLong()) {
      return parser.getLongValue();
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      try {
        return new BigDecimal(parser.getText()).longValueExact();
      } catch (ArithmeticException | NumberFormatException e) {
        refuse("integer", token);
        return null;
      }
    }
    refuse(token == JsonToken.VALUE_NUMBER_INT ? "integer-range" : "integer", token);
    return null;
  }

  private boolean fitsLong() throws IOException {
    return parser.getTextLength() <= LONGEST_INTEGER
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
  }

  @Nullable Map<String, @Nullable Object> object(JsonToken token) throws IOException {
    if (token == JsonToken.START_OBJECT) {
      return members();
    }
    refuse("object", token);
    return null;
  }

  boolean isArray(JsonToken token) throws IOException {
    if (token == JsonToken.START_ARRAY) {
      return true;
    }
    refuse("array", token);
    return false;
  }

  /** Reads an object whose known members are strings; the others are noted as unknown. */
  Map<String, @Nullable String> stringMembers(List<String> known) throws IOException {
    Map<String, @Nullable String> members = new HashMap<>(4);
    var others = new Names();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      if (known.contains(name) ? members.containsKey(name) : !others.isNew(name)) {
        duplicate();
      } else if (known.contains(name)) {
        members.put(name, string(parser.nextToken()));
      } else {
        unknown(name, new UnknownMember(known));
      }
    }
    return members;
  }

  /** Reads a value that is to be reported: whole if it is small, else its beginning. */
  @Nullable Object rejected(JsonToken token) throws IOException {
    room = MOST_PARTS;
    Object value = any(token);
    room = Integer.MAX_VALUE;
    return value;
  }

  private @Nullable Object any(JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> members();
      case START_ARRAY -> elements();
      case VALUE_STRING -> room > MOST_PARTS ? text() : ShownText.cut(text(), Finding.LONGEST_TEXT);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> decimal();
      default -> null;
    };
  }

  /** Notes that the value at hand is of a wrong type, and reads past it. */
  void wrongType(String wanted, JsonToken token) throws IOException {
    if (errors == Finding.MOST) {
      parser.skipChildren();
      return;
    }
    errors++;
    JsonStreamContext context =
        token.isStructStart() ? parser.getParsingContext().getParent() : parser.getParsingContext();
    var finding =
        Finding.of(Rule.FIELD_TYPE.id(), pointer(context))
            .variant(wanted)
            .with("field", field(context));
    findings.add(finding.value(rejected(token)));
  }

  /**
   * Notes that the member at hand is unknown, unless it is null and so absent, and reads past it.
   */
  void unknown(String name, UnknownMember unknown) throws IOException {
    String pointer = pointer(parser.getParsingContext());
    Object value = rejected(parser.nextToken());
    if (value == null || warnings == Finding.MOST) {
      return;
    }
    warnings++;
    findings.add(unknown.describe(Finding.of(Rule.FIELD_UNKNOWN.id(), pointer), name, value));
  }

  /** Notes that the member at hand was there before, once for each member, and skips it. */
  void duplicate() throws IOException {
    if (errors < Finding.MOST) {
      String pointer = pointer(parser.getParsingContext());
      if (duplicates.add(pointer)) {
        errors++;
        findings.add(
            Finding.of(Rule.JSON_DUPLICATE_KEY.id(), pointer)
                .with("field", Wording.plain(parser.currentName())));
      }
    }
    parser.nextToken();
    parser.skipChildren();
  }

  static String kind(JsonToken token) {
    return switch (token) {
      case START_ARRAY -> "array";
      case VALUE_STRING -> "string";
      case VALUE_TRUE, VALUE_FALSE -> "boolean";
      case VALUE_NULL -> "null";
      default -> "number";
    };
  }

  private void refuse(String wanted, JsonToken token) throws IOException {
    if (token != JsonToken.VALUE_NULL) {
      wrongType(wanted, token);
    }
  }

  private Map<String, @Nullable Object> members() throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    var names = new Names();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      if (names.isNew(name)) {
        Object value = any(parser.nextToken());
        members.put(room > 0 ? name : CUT, room > 0 ? value : CUT);
        room = Math.max(0, room - 1);
      } else {
        duplicate();
      }
    }
    return members;
  }

  private List<@Nullable Object> elements() throws IOException {
    List<@Nullable Object> elements = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      Object element = any(next);
      if (room > 0) {
        elements.add(--room > 0 ? element : CUT);
      }
    }
    return elements;
  }

  /**
   * Reads a number with a fraction or an exponent; as text if its exponent is beyond any number.
   */
  private Object decimal() throws IOException {
    String text = parser.getText();
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static String pointer(JsonStreamContext context) {
    return context.pathAsPointer().toString();
  }

  private static String field(JsonStreamContext context) {
    JsonPointer last = context.pathAsPointer().last();
    return context.inArray() ? "element " + context.getCurrentIndex() : last.getMatchingProperty();
  }
}
