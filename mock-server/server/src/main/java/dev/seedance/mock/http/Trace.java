package dev.seedance.mock.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request is part of, by the W3C recommendation Trace Context.
 *
 * @param parent the header {@code traceparent} as it was sent
 * @param state the header {@code tracestate}; null if absent
 */
@Introspected
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Trace(String parent, @Nullable String state) {

  private static final String PARENT = "traceparent";
  private static final String STATE = "tracestate";

  /** A later version may have more behind the flags. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?!ff|00.{53}.)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})"
              + "(-[!-~]{0,200})?");

  /** The characters of a state, and the fewest that a server must pass on. */
  private static final Pattern STATE_FORM = Pattern.compile("[ -~\\t]{1,512}");

  /** The flags that are defined: sampled, and a random trace id. */
  private static final int KNOWN_FLAGS = 0b11;

  /**
   * Checks the parent.
   *
   * @throws IllegalArgumentException if it is none
   */
  public Trace {
    if (!FORM.matcher(parent).matches()) {
      throw new IllegalArgumentException(
          "'parent' is no traceparent; expected 00-TRACE_ID-PARENT_ID-FLAGS in hexadecimal digits");
    }
  }

  /** Returns the trace of a request; null if it has none, or one that is not valid. */
  public static @Nullable Trace of(HttpHeaders headers) {
    List<String> parents = headers.getAll(PARENT);
    if (parents.size() != 1 || !FORM.matcher(parents.get(0)).matches()) {
      return null;
    }
    String state = String.join(",", headers.getAll(STATE));
    return new Trace(parents.get(0), STATE_FORM.matcher(state).matches() ? state : null);
  }

  /** Returns the number of characters. */
  public int length() {
    return parent.length() + (state == null ? 0 : state.length());
  }

  /** Returns the headers of a request that belongs to the trace, with an id of its own. */
  public Map<String, String> headersOfChild(SplittableRandom ids) {
    Matcher form = FORM.matcher(parent);
    if (!form.matches()) {
      throw new IllegalStateException(parent);
    }
    HexFormat hex = HexFormat.of();
    long id = ids.nextLong(1, Long.MAX_VALUE); // zero is not valid
    int flags = Integer.parseInt(form.group(2), 16) & KNOWN_FLAGS;
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        PARENT,
        "00-%s-%s-%s".formatted(form.group(1), hex.toHexDigits(id), hex.toHexDigits((byte) flags)));
    if (state != null) {
      headers.put(STATE, state);
    }
    return headers;
  }
}
