package dev.seedance.validator.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.seedance.spec.BodyKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies as tokens, without a tree. Thread-safe.
 *
 * <p>Nothing that a caller may send throws.
 */
public final class JsonBody {

  private static final int MAX_DEPTH = 100;
  private static final int MAX_NUMBER_LENGTH = 1_000;

  static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
          .streamReadConstraints(constraints())
          .build();

  private JsonBody() {}

  /**
   * Reads the one value of a body.
   *
   * @param <T> what is made of it
   */
  public interface Content<T> {

    /** Reads from the first token of the value to its last. */
    T read(JsonParser parser, JsonToken first) throws IOException;
  }

  /**
   * The reason why a body is not one JSON value in UTF-8.
   *
   * @param variant of the message
   * @param parameters values of the message's placeholders, but for the position
   * @param position of the flaw, {@code null} if it has none
   */
  public record Malformed(
      String variant, Map<String, Object> parameters, @Nullable TextPosition position) {

    private static Malformed of(String variant) {
      return new Malformed(variant, Map.of(), null);
    }

    private static Malformed at(byte[] body, long offset, String variant) {
      return new Malformed(variant, Map.of(), TextPosition.of(body, Math.toIntExact(offset)));
    }

    private Malformed with(String name, Object parameter) {
      return new Malformed(variant, Map.of(name, parameter), position);
    }
  }

  /** Reads a body; one that is not JSON goes to the other function. */
  public static <T> T read(byte[] body, Content<T> content, Function<Malformed, T> malformed) {
    Encoding.Flaw flaw = Encoding.find(body);
    if (flaw != null) {
      return malformed.apply(orKind(body, Malformed.at(body, flaw.offset(), flaw.variant())));
    }
    try (var parser = new CountingParser(JSON.createParser(body))) {
      return read(body, parser, content, malformed);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  /** Locates the flaw of a body that is not JSON, as far as there is one place. */
  public static Optional<TextPosition> flaw(byte[] body) {
    return read(body, JsonBody::skip, malformed -> Optional.ofNullable(malformed.position()));
  }

  private static <T> T read(
      byte[] body, CountingParser parser, Content<T> content, Function<Malformed, T> malformed)
      throws IOException {
    try {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return malformed.apply(Malformed.of("empty"));
      }
      T read = content.read(parser, first);
      if (parser.nextToken() != null) {
        long offset = parser.currentTokenLocation().getByteOffset();
        return malformed.apply(Malformed.at(body, offset, "trailing"));
      }
      return read;
    } catch (StreamConstraintsException e) {
      return malformed.apply(beyond(body, parser));
    } catch (JsonProcessingException e) {
      Malformed syntax =
          Malformed.at(body, e.getLocation().getByteOffset(), "syntax")
              .with("detail", SyntaxFault.of(e.getOriginalMessage()));
      return malformed.apply(orKind(body, syntax));
    }
  }

  /** Names the limit that a body is beyond. */
  private static Malformed beyond(byte[] body, CountingParser parser) {
    long offset = parser.currentLocation().getByteOffset();
    if (parser.hasTooMany()) {
      return Malformed.at(body, offset, "too-many").with("limit", CountingParser.MAX_TOKENS);
    }
    return parser.getParsingContext().getNestingDepth() > MAX_DEPTH
        ? Malformed.at(body, offset, "too-deep").with("limit", MAX_DEPTH)
        : Malformed.at(body, offset, "number").with("limit", MAX_NUMBER_LENGTH);
  }

  /** Names the kind of a body that was never meant to be JSON, in place of its first flaw. */
  private static Malformed orKind(byte[] body, Malformed flaw) {
    return BodyKind.of(body)
        .map(kind -> new Malformed("kind", Map.of("found", kind), flaw.position()))
        .orElse(flaw);
  }

  /** Reads past a value, numbers included: Jackson looks at their length when they are read. */
  private static Optional<TextPosition> skip(JsonParser parser, JsonToken first)
      throws IOException {
    for (JsonToken token = first; token != null; token = parser.nextToken()) {
      if (token.isNumeric()) {
        parser.getNumberValue();
      }
      if (!token.isStructStart() && parser.getParsingContext().inRoot()) {
        break;
      }
    }
    return Optional.empty();
  }

  private static StreamReadConstraints constraints() {
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxNumberLength(MAX_NUMBER_LENGTH)
            .maxStringLength(Integer.MAX_VALUE); // of a body that is bounded itself
    try {
      constraints.maxNameLength(Integer.MAX_VALUE);
    } catch (NoSuchMethodError e) {
      // Jackson 2.15 has no limit for names, so there is none to lift.
    }
    return constraints.build();
  }
}
