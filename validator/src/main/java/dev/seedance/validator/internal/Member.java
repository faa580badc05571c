package dev.seedance.validator.internal;

import dev.seedance.validator.GenerationFields;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The members of a request that this code can read, in the contract's order. */
public enum Member {
  MODEL("model", "model"),
  PROMPT("prompt", "prompt"),
  CLIENT_BUSINESS_ID("client_business_id", "clientBusinessId"),
  METADATA("metadata", "metadata"),
  DURATION("duration", "duration"),
  ASPECT_RATIO("aspect_ratio", "aspectRatio"),
  IMAGE_URLS("image_urls", "imageUrls"),
  IMAGE_WITH_ROLES("image_with_roles", "imageWithRoles"),
  VIDEO_WITH_ROLES("video_with_roles", "videoWithRoles"),
  AUDIO_WITH_ROLES("audio_with_roles", "audioWithRoles"),
  RESOLUTION("resolution", "resolution"),
  GENERATE_AUDIO("generate_audio", "generateAudio"),
  RETURN_LAST_FRAME("return_last_frame", "returnLastFrame"),
  MEDIA_MODE("media_mode", "mediaMode"),
  COUNT("count", "count"),
  N("n", "n"),
  SEED("seed", "seed"),
  CALLBACK_URL("callback_url", "callbackUrl"),
  TRACE_ID("trace_id", "traceId"),
  TOOLS("tools", "tools");

  private static final Map<String, Member> BY_JSON =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Member::json, Function.identity()));

  private final String json;
  private final String property;

  Member(String json, String property) {
    this.json = json;
    this.property = property;
  }

  /** The name on the wire. */
  public String json() {
    return json;
  }

  /** The name in Java. */
  public String property() {
    return property;
  }

  /** What a request has in this member, {@code null} where it was not sent. */
  public @Nullable Object of(GenerationFields request) {
    return switch (this) {
      case MODEL -> request.model();
      case PROMPT -> request.prompt();
      case CLIENT_BUSINESS_ID -> request.clientBusinessId();
      case METADATA -> request.metadata();
      case DURATION -> request.duration();
      case ASPECT_RATIO -> request.aspectRatio();
      case IMAGE_URLS -> request.imageUrls();
      case IMAGE_WITH_ROLES -> request.imageWithRoles();
      case VIDEO_WITH_ROLES -> request.videoWithRoles();
      case AUDIO_WITH_ROLES -> request.audioWithRoles();
      case RESOLUTION -> request.resolution();
      case GENERATE_AUDIO -> request.generateAudio();
      case RETURN_LAST_FRAME -> request.returnLastFrame();
      case MEDIA_MODE -> request.mediaMode();
      case COUNT -> request.count();
      case N -> request.n();
      case SEED -> request.seed();
      case CALLBACK_URL -> request.callbackUrl();
      case TRACE_ID -> request.traceId();
      case TOOLS -> request.tools();
    };
  }

  /** The pointer to the member in a request. */
  public String pointer() {
    return '/' + json;
  }

  /** The member of that name on the wire, {@code null} where there is none. */
  public static @Nullable Member named(String json) {
    return BY_JSON.get(json);
  }
}
