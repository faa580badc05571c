package dev.seedance.validator.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bounded number of tokens: a body that is short as text may be large as values. Jackson
 * counts them itself from 2.18 on, and older ones are supported too.
 */
final class CountingParser extends JsonParserDelegate {

  /** The most names, values and brackets of a body: far more than a request has. */
  static final int MAX_TOKENS = 20_000;

  private int tokens;

  CountingParser(JsonParser parser) {
    super(parser);
  }

  /** Tells if the body has more tokens than are read. */
  boolean hasTooMany() {
    return tokens > MAX_TOKENS;
  }

  @Override
  public @Nullable JsonToken nextToken() throws IOException {
    tokens++;
    if (hasTooMany()) {
      throw new StreamConstraintsException("more than " + MAX_TOKENS + " tokens");
    }
    return super.nextToken();
  }
}
