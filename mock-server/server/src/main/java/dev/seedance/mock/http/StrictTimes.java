package dev.seedance.mock.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads instants and durations as strings in ISO 8601 and in no other form: Jackson's own readers
 * take numbers too, and instants that nothing can be added to.
 */
final class StrictTimes extends SimpleModule {

  private static final long serialVersionUID = 1L;

  /** The first instant of a document. */
  private static final Instant EARLIEST = Instant.EPOCH;

  /** The instant after the last one of a document: what follows a clock's end is before it. */
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  StrictTimes() {
    super("strict times");
    addDeserializer(Instant.class, new Reader<>(Instant.class, Instant::parse, StrictTimes::fits));
    addDeserializer(Duration.class, new Reader<>(Duration.class, Duration::parse, any -> true));
  }

  private static boolean fits(Instant instant) {
    return !instant.isBefore(EARLIEST) && instant.isBefore(END);
  }

  private static final class Reader<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Class<T> type;
    private final transient Function<String, T> parser;
    private final transient Predicate<T> allowed;

    Reader(Class<T> type, Function<String, T> parser, Predicate<T> allowed) {
      super(type);
      this.type = type;
      this.parser = parser;
      this.allowed = allowed;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        return type.cast(context.handleUnexpectedToken(type, json));
      }
      try {
        T value = parser.apply(json.getText());
        if (allowed.test(value)) {
          return value;
        }
      } catch (DateTimeException e) {
        // it is refused below, as one that is out of range
      }
      return type.cast(context.handleWeirdStringValue(type, json.getText(), "not valid"));
    }
  }
}
