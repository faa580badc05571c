package dev.seedance.validator.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The members of a request that have code of their own, in the contract's order. Others are rows of
 * the capability table.
 */
public enum Member {
  MODEL,
  PROMPT,
  CLIENT_BUSINESS_ID,
  METADATA,
  DURATION,
  ASPECT_RATIO,
  IMAGE_URLS,
  IMAGE_WITH_ROLES,
  VIDEO_WITH_ROLES,
  AUDIO_WITH_ROLES,
  RESOLUTION,
  GENERATE_AUDIO,
  RETURN_LAST_FRAME,
  MEDIA_MODE,
  COUNT,
  N,
  SEED,
  CALLBACK_URL,
  TRACE_ID,
  TOOLS;

  private static final Map<String, Member> BY_JSON =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Member::json, Function.identity()));

  private final String json = name().toLowerCase(Locale.ROOT);

  /** Returns the name on the wire. */
  public String json() {
    return json;
  }

  /** Finds the member of that name on the wire, {@code null} if there is none. */
  public static @Nullable Member named(String json) {
    return BY_JSON.get(json);
  }
}
