package dev.seedance.validator;

import static dev.seedance.validator.Severity.ERROR;
import static dev.seedance.validator.Severity.WARNING;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every rule of the validator, in the order in which violations of one member are reported.
 *
 * <p>Ids are for ever: a new rule takes a new id, and an id is never used again for something else.
 */
public enum Rule {
  BODY_TOO_LARGE("body.too-large", ERROR),
  JSON_MALFORMED("json.malformed", ERROR),
  JSON_DUPLICATE_KEY("json.duplicate-key", ERROR),
  JSON_NOT_AN_OBJECT("json.not-an-object", ERROR),
  FIELD_TYPE("field.type", ERROR),
  FIELD_UNKNOWN("field.unknown", WARNING),
  FIELD_NOT_ON_MODEL("field.not-on-model", WARNING),
  FIELD_UNDOCUMENTED("field.undocumented", WARNING),
  MODEL_REQUIRED("model.required", ERROR),
  MODEL_UNSUPPORTED("model.unsupported", ERROR),
  PROMPT_REQUIRED("prompt.required", ERROR),
  PROMPT_RECOMMENDED("prompt.recommended", WARNING),
  DURATION_UNSUPPORTED("duration.unsupported", ERROR),
  DURATION_AUTO_UNSUPPORTED("duration.auto-unsupported", ERROR),
  ASPECT_RATIO_UNSUPPORTED("aspect-ratio.unsupported", ERROR),
  RESOLUTION_UNSUPPORTED("resolution.unsupported", ERROR),
  GENERATE_AUDIO_UNSUPPORTED("generate-audio.unsupported", ERROR),
  RETURN_LAST_FRAME_UNSUPPORTED("return-last-frame.unsupported", ERROR),
  MEDIA_MODE_UNSUPPORTED("media-mode.unsupported", ERROR),
  MEDIA_MODE_NEEDS_FIRST_FRAME("media-mode.needs-first-frame", ERROR),
  OUTPUTS_UNSUPPORTED("outputs.unsupported", ERROR),
  OUTPUTS_OUT_OF_RANGE("outputs.out-of-range", ERROR),
  IMAGE_URLS_EXCLUSIVE("image-urls.exclusive", ERROR),
  IMAGE_URLS_DISCOURAGED("image-urls.discouraged", WARNING),
  MEDIA_URL_REQUIRED("media-url.required", ERROR),
  MEDIA_URL_INVALID("media-url.invalid", ERROR),
  MEDIA_URL_MISMATCH("media-url.mismatch", WARNING),
  MEDIA_ROLE_REQUIRED("media-role.required", ERROR),
  MEDIA_ROLE_UNSUPPORTED("media-role.unsupported", ERROR),
  FIRST_FRAME_TOO_MANY("first-frame.too-many", ERROR),
  LAST_FRAME_TOO_MANY("last-frame.too-many", ERROR),
  LAST_FRAME_WITHOUT_FIRST("last-frame.without-first", ERROR),
  FRAME_MODE_MIXED("frame-mode.mixed", ERROR),
  FRAME_MODE_ASPECT_RATIO("frame-mode.aspect-ratio", WARNING),
  REFERENCE_IMAGES_TOO_MANY("reference-images.too-many", ERROR),
  REFERENCE_VIDEOS_TOO_MANY("reference-videos.too-many", ERROR),
  REFERENCE_AUDIOS_TOO_MANY("reference-audios.too-many", ERROR),
  AUDIO_WITHOUT_VISUAL("audio.without-visual", ERROR),
  TOOLS_UNSUPPORTED("tools.unsupported", ERROR),
  TOOLS_TEXT_ONLY("tools.text-only", ERROR),
  CLIENT_BUSINESS_ID_INVALID("client-business-id.invalid", ERROR),
  CLIENT_BUSINESS_ID_CONFLICT("client-business-id.conflict", ERROR),
  CLIENT_BUSINESS_ID_PREFER_TOP_LEVEL("client-business-id.prefer-top-level", WARNING),
  CALLBACK_URL_INVALID("callback-url.invalid", ERROR),
  CALLBACK_URL_INSECURE("callback-url.insecure", WARNING),
  TRACE_ID_WITHOUT_CALLBACK("trace-id.without-callback", WARNING),
  PRIVATE_ASSET_REVIEW_WITHOUT_MEDIA("private-asset-review.without-media", WARNING),
  PRIVATE_ASSET_REVIEW_ASSET_URL("private-asset-review.asset-url", ERROR),
  PRIVATE_ASSET_REVIEW_URL_INVALID("private-asset-review.url-invalid", ERROR),
  PRIVATE_ASSET_REVIEW_CONFLICTING_KINDS("private-asset-review.conflicting-kinds", ERROR),
  VIDEO_OPERATION_NEEDS_VIDEO("video-operation.needs-video", ERROR),
  VIDEO_OPERATION_DURATION("video-operation.duration", ERROR),
  VIDEO_OPERATION_ASPECT_RATIO("video-operation.aspect-ratio", ERROR);

  /** Orders ids as the constants stand; ids of rows of a capability table come after them. */
  static final Comparator<String> ORDER =
      Comparator.comparingInt(id -> withId(id).map(Rule::ordinal).orElse(Integer.MAX_VALUE));

  private static final Map<String, Rule> BY_ID =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Rule::id, Function.identity()));

  private final String id;
  private final Severity severity;

  Rule(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  /** Returns the id that reports carry, such as {@code duration.unsupported}. */
  public String id() {
    return id;
  }

  /** Returns the weight of a violation of this rule. */
  public Severity severity() {
    return severity;
  }

  /** Returns true if requests under this revision of the contract can break the rule at all. */
  public boolean appliesTo(Capabilities capabilities) {
    return switch (this) {
      case DURATION_AUTO_UNSUPPORTED -> {
        List<Long> auto = capabilities.union(ModelCapabilities::autoDurations);
        yield capabilities.anyModel(model -> !model.autoDurations().containsAll(auto));
      }
      case GENERATE_AUDIO_UNSUPPORTED -> capabilities.anyModel(model -> !model.generateAudio());
      case RETURN_LAST_FRAME_UNSUPPORTED ->
          capabilities.anyModel(model -> !model.returnLastFrame());
      case MEDIA_MODE_NEEDS_FIRST_FRAME ->
          capabilities.anyModel(model -> !model.mediaModes().isEmpty());
      case OUTPUTS_UNSUPPORTED -> capabilities.anyModel(model -> model.outputs().isEmpty());
      case OUTPUTS_OUT_OF_RANGE -> capabilities.anyModel(model -> !model.outputs().isEmpty());
      case FIELD_NOT_ON_MODEL ->
          capabilities.tableMembers().stream()
              .anyMatch(row -> !row.models().containsAll(capabilities.modelNames()));
      case FIELD_UNDOCUMENTED -> capabilities.anyModel(model -> !model.undocumented().isEmpty());
      case FRAME_MODE_ASPECT_RATIO ->
          capabilities.anyModel(model -> !model.frameAspectRatios().isEmpty());
      case PRIVATE_ASSET_REVIEW_WITHOUT_MEDIA,
          PRIVATE_ASSET_REVIEW_ASSET_URL,
          PRIVATE_ASSET_REVIEW_URL_INVALID,
          PRIVATE_ASSET_REVIEW_CONFLICTING_KINDS ->
          capabilities.review().isPresent();
      case VIDEO_OPERATION_NEEDS_VIDEO, VIDEO_OPERATION_DURATION, VIDEO_OPERATION_ASPECT_RATIO ->
          capabilities.operations().isPresent();
      case TOOLS_UNSUPPORTED, TOOLS_TEXT_ONLY -> capabilities.hasTools();
      case TRACE_ID_WITHOUT_CALLBACK -> capabilities.traceIdNeedsCallback();
      default -> true;
    };
  }

  /**
   * Finds the rule of that id.
   *
   * @return empty if there is none
   */
  public static Optional<Rule> withId(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
