package dev.seedance.client.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the id that a server has given to a task in a response that is no task of the contract. It
 * may be wrapped, cut off, or no JSON at all: whatever it is, the task behind the id is paid for.
 */
public final class GivenIds {

  private static final Pattern CONTRACTUAL = Pattern.compile("tsk_vid_[0-9A-HJKMNP-TV-Z]{26}");

  /** A longer text is no id. */
  private static final int LONGEST = 1000;

  private static final int INNER = 1 << 20;

  private @Nullable String id;
  private int rank = Integer.MAX_VALUE;

  private GivenIds() {}

  /**
   * Returns the id in the beginning of a response, or in all of it: of the members that are named
   * as a task's id the outermost, else a text that looks as the contract says.
   */
  public static Optional<String> in(byte[] content) {
    var ids = new GivenIds();
    try (JsonParser json = Json.MAPPER.createParser(content)) {
      ids.read(json);
    } catch (IOException e) {
      // The rest is missing or no JSON; what came before it counts.
    }
    return ids.id != null ? Optional.of(ids.id) : contractual(content);
  }

  private static Optional<String> contractual(byte[] content) {
    Matcher text = CONTRACTUAL.matcher(new String(content, StandardCharsets.UTF_8));
    return text.find() ? Optional.of(text.group()) : Optional.empty();
  }

  private void read(JsonParser json) throws IOException {
    for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
      JsonStreamContext place = json.getParsingContext();
      if (token == JsonToken.START_OBJECT && "error".equals(name(place.getParent()))) {
        json.skipChildren(); // an error may have an id of its own
      } else if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
        offer(json.getText(), rank(name(place), place.getNestingDepth()));
      }
    }
  }

  private void offer(String text, int itsRank) {
    if (itsRank < rank && !text.isBlank() && text.length() <= LONGEST) {
      id = text;
      rank = itsRank;
    }
  }

  /** Returns the place in the order of members: the lowest one has the id. */
  private static int rank(@Nullable String name, int depth) {
    return switch (String.valueOf(name).replace("_", "").toLowerCase(Locale.ROOT)) {
      case "id" -> depth == 1 ? 0 : INNER + depth; // inside, others have ids too
      case "taskid" -> depth;
      default -> Integer.MAX_VALUE;
    };
  }

  private static @Nullable String name(@Nullable JsonStreamContext place) {
    return place == null ? null : place.getCurrentName();
  }
}
