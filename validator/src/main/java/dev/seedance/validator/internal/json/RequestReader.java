package dev.seedance.validator.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.seedance.validator.Capabilities;
import dev.seedance.validator.Rule;
import dev.seedance.validator.internal.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads bodies: one pass over the tokens, no tree. Thread-safe.
 *
 * <p>Nothing that a caller may send throws; what is no JSON object becomes a finding.
 */
public final class RequestReader {

  /** The longest body, in bytes. */
  public static final int MAX_BYTES = 1 << 20;

  private static final int MAX_DEPTH = 100;
  private static final int MAX_NUMBER_LENGTH = 1_000;

  static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
          .streamReadConstraints(constraints())
          .build();

  /** What Jackson's messages tell to people who use Jackson. */
  private static final Pattern ADVICE =
      Pattern.compile(
          " \\(start marker.*|: enable .*| \\(JSON String, Number.*|\\R.*", Pattern.DOTALL);

  private final Capabilities capabilities;

  private static StreamReadConstraints constraints() {
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxNumberLength(MAX_NUMBER_LENGTH)
            .maxStringLength(MAX_BYTES);
    try {
      constraints.maxNameLength(MAX_BYTES);
    } catch (NoSuchMethodError e) {
      // Jackson 2.15 does not limit names.
    }
    return constraints.build();
  }

  /** Reads what these capabilities know. */
  public RequestReader(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  /** Where a body that is not JSON goes wrong, as far as there is one place. */
  public static Optional<TextPosition> flaw(byte[] body, Capabilities capabilities) {
    for (Finding finding : new RequestReader(capabilities).read(body).findings()) {
      if (finding.parameters().get("line") instanceof Integer line
          && finding.parameters().get("column") instanceof Integer column) {
        return Optional.of(new TextPosition(line, column));
      }
    }
    return Optional.empty();
  }

  /** Reads a body. */
  public Reading read(byte[] body) {
    if (body.length > MAX_BYTES) {
      return Reading.refused(malformed("too-large").with("limit", MAX_BYTES));
    }
    Encoding.Flaw flaw = Encoding.find(body);
    if (flaw != null) {
      return Reading.refused(malformed(flaw.variant(), body, flaw.offset()));
    }
    try (JsonParser parser = JSON.createParser(body)) {
      return read(body, parser);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  private Reading read(byte[] body, JsonParser parser) throws IOException {
    try {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return Reading.refused(malformed("empty"));
      }
      Reading reading = new Members(parser, capabilities).read(first);
      if (parser.nextToken() != null) {
        return Reading.refused(
            malformed("trailing", body, parser.currentTokenLocation().getByteOffset()));
      }
      return reading;
    } catch (StreamConstraintsException e) {
      boolean deep = parser.getParsingContext().getNestingDepth() > MAX_DEPTH;
      return Reading.refused(
          malformed(deep ? "too-deep" : "number", body, parser.currentLocation().getByteOffset())
              .with("limit", deep ? MAX_DEPTH : MAX_NUMBER_LENGTH));
    } catch (JsonProcessingException e) {
      return Reading.refused(
          malformed("syntax", body, e.getLocation().getByteOffset())
              .with("detail", ADVICE.matcher(e.getOriginalMessage()).replaceAll("")));
    }
  }

  private static Finding malformed(String variant) {
    return Finding.of(Rule.JSON_MALFORMED, "").variant(variant);
  }

  private static Finding malformed(String variant, byte[] body, long offset) {
    var position = TextPosition.of(body, Math.toIntExact(offset));
    return malformed(variant).with("line", position.line()).with("column", position.column());
  }
}
