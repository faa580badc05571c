package dev.seedance.mock.http;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.seedance.spec.text.ShownText;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains a fault of a JSON document and its place, without the names of our classes. */
final class JsonFault {

  private static final Pattern KNOWN_KINDS = Pattern.compile("known type ids = \\[([^]]*)]");

  private static final Pattern MISSING =
      Pattern.compile("^Missing required creator property '([^']+)'");

  private static final Map<Class<?>, String> EXPECTED =
      Map.of(
          Duration.class, "an ISO 8601 duration such as \"PT30S\"",
          Instant.class, "an instant from 1970 to 9999 such as \"2026-01-01T00:00:00Z\"",
          String.class, "a string",
          int.class, "a whole number",
          Integer.class, "a whole number",
          long.class, "a whole number",
          Long.class, "a whole number",
          boolean.class, "true or false",
          byte[].class, "bytes in base64");

  /** The longest explanation, in characters: values that it quotes may be of any length. */
  private static final int MAX_FAULT = 300;

  /** Says that a document is beyond a limit of the reader. */
  static final String TOO_MUCH =
      "nested too deeply, or holds too many values, or too long a number or name";

  private JsonFault() {}

  /**
   * Explains a fault.
   *
   * @param place JSON pointer to the value that was read
   */
  static String explain(IOException error, String place) {
    if (!(error instanceof JsonMappingException mapping)) {
      return syntax(error);
    }
    if (error.getCause() instanceof StreamConstraintsException) {
      return TOO_MUCH;
    }
    String pointer = place + steps(mapping).map(JsonFault::escaped).collect(Collectors.joining());
    return at(fault(mapping), pointer);
  }

  /** Returns a fault, cut if it quotes too long a value, with its place. */
  static String at(String fault, String pointer) {
    return ShownText.cut(fault, MAX_FAULT) + (pointer.isEmpty() ? "" : " (at " + pointer + ")");
  }

  private static String escaped(String step) {
    return "/" + step.replace("~", "~0").replace("/", "~1");
  }

  private static String syntax(IOException error) {
    if (error instanceof StreamConstraintsException) {
      return TOO_MUCH;
    }
    return error instanceof JsonProcessingException broken
        ? "not JSON" + place(broken)
        : "not readable";
  }

  /** Says where a document stops being JSON. */
  static String place(JsonProcessingException error) {
    JsonLocation at = error.getLocation();
    return at == null ? "" : ", from line %d column %d".formatted(at.getLineNr(), at.getColumnNr());
  }

  /** Returns the names and indexes that lead to the place of a fault. */
  static Stream<String> steps(JsonMappingException error) {
    return error.getPath().stream()
        .map(step -> step.getFieldName() != null ? step.getFieldName() : "" + step.getIndex());
  }

  private static String fault(JsonMappingException error) {
    if (error.getCause() instanceof IllegalArgumentException ours
        && !(ours instanceof NumberFormatException)) { // which names classes of the JDK
      return String.valueOf(ours.getMessage());
    }
    Matcher missing = MISSING.matcher(error.getOriginalMessage());
    if (missing.find()) {
      return "a required member is missing: '" + missing.group(1) + "'";
    }
    if (error.getCause() instanceof InputCoercionException) {
      return "the number is out of range";
    }
    if (error instanceof InvalidNullException) {
      return "a required member is null";
    }
    if (error instanceof UnrecognizedPropertyException unknown) {
      return "unknown member '%s'; known: %s"
          .formatted(unknown.getPropertyName(), sorted(unknown.getKnownPropertyIds()));
    }
    if (error instanceof InvalidTypeIdException type) {
      return kind(type);
    }
    return error instanceof MismatchedInputException mismatch
        ? "expected " + expected(mismatch.getTargetType())
        : "not readable";
  }

  private static String kind(InvalidTypeIdException error) {
    Matcher known = KNOWN_KINDS.matcher(error.getOriginalMessage());
    String possible = known.find() ? "; possible: " + known.group(1) : "";
    return error.getTypeId() == null
        ? "the member that says which kind this is, is missing" + possible
        : "unknown kind '" + error.getTypeId() + "'" + possible;
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "another JSON type";
    }
    if (type.isEnum()) {
      return "one of "
          + sorted(Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList());
    }
    if (isWrittenAsString(type)) {
      return "a string";
    }
    boolean array = type.isArray() || Collection.class.isAssignableFrom(type);
    return EXPECTED.getOrDefault(type, array ? "an array" : "an object");
  }

  private static boolean isWrittenAsString(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
  }

  private static String sorted(Collection<?> names) {
    return names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }
}
