package dev.seedance.validator;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.seedance.validator.constraint.ValidGenerationRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A generation request in its wire form: the types hold what a caller may send, right or wrong.
 *
 * <p>Immutable; lists are copied and hold no {@code null}. A component that is {@code null} was not
 * sent. Jackson writes it in the contract's names.
 *
 * @param model the model to run
 * @param prompt what to show
 * @param clientBusinessId the caller's own id of the task
 * @param metadata free-form; its {@code client_business_id} is read
 * @param duration length in seconds; 0 and -1 leave it to models that can choose
 * @param aspectRatio such as {@code 16:9}
 * @param imageUrls images without a role, for compatibility only
 * @param imageWithRoles images and the part each plays
 * @param videoWithRoles reference videos
 * @param audioWithRoles reference audios
 * @param resolution such as {@code 720p}
 * @param generateAudio whether the video has sound
 * @param returnLastFrame whether the last frame comes with the result
 * @param mediaMode only {@code frame} is known
 * @param count how many results
 * @param n the other name of {@code count}
 * @param seed any 64-bit integer
 * @param callbackUrl where the webhook goes
 * @param traceId handed through to the webhook
 * @param tools what the model may use
 * @param tableMembers members that are rows of the capability table, by their names on the wire
 */
@ValidGenerationRequest
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
public record GenerationRequest(
    @Nullable String model,
    @Nullable String prompt,
    @Nullable String clientBusinessId,
    @Nullable Map<String, ?> metadata,
    @Nullable Long duration,
    @Nullable String aspectRatio,
    @Nullable List<String> imageUrls,
    @Nullable List<MediaReference> imageWithRoles,
    @Nullable List<MediaReference> videoWithRoles,
    @Nullable List<MediaReference> audioWithRoles,
    @Nullable String resolution,
    @Nullable Boolean generateAudio,
    @Nullable Boolean returnLastFrame,
    @Nullable String mediaMode,
    @Nullable Long count,
    @Nullable Long n,
    @Nullable Long seed,
    @Nullable String callbackUrl,
    @Nullable String traceId,
    @Nullable List<Tool> tools,
    @JsonAnyGetter Map<String, ?> tableMembers)
    implements GenerationFields {

  /** Copies the lists and the metadata, so that the request can't change. */
  public GenerationRequest {
    metadata = metadata == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    imageUrls = copy(imageUrls);
    imageWithRoles = copy(imageWithRoles);
    videoWithRoles = copy(videoWithRoles);
    audioWithRoles = copy(audioWithRoles);
    tools = copy(tools);
    tableMembers =
        tableMembers.isEmpty()
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(tableMembers));
  }

  /** Starts an empty request. */
  public static Builder builder() {
    return new Builder();
  }

  private static <T> @Nullable List<T> copy(@Nullable List<T> list) {
    return list == null ? null : List.copyOf(list);
  }

  /** Collects the members of a request. Not thread-safe; {@code null} means not sent. */
  public static final class Builder {
    private @Nullable String model;
    private @Nullable String prompt;
    private @Nullable String clientBusinessId;
    private @Nullable Map<String, ?> metadata;
    private @Nullable Long duration;
    private @Nullable String aspectRatio;
    private @Nullable List<String> imageUrls;
    private @Nullable List<MediaReference> imageWithRoles;
    private @Nullable List<MediaReference> videoWithRoles;
    private @Nullable List<MediaReference> audioWithRoles;
    private @Nullable String resolution;
    private @Nullable Boolean generateAudio;
    private @Nullable Boolean returnLastFrame;
    private @Nullable String mediaMode;
    private @Nullable Long count;
    private @Nullable Long n;
    private @Nullable Long seed;
    private @Nullable String callbackUrl;
    private @Nullable String traceId;
    private @Nullable List<Tool> tools;
    private final Map<String, Object> tableMembers = new LinkedHashMap<>();

    private Builder() {}

    public Builder model(@Nullable String model) {
      this.model = model;
      return this;
    }

    public Builder prompt(@Nullable String prompt) {
      this.prompt = prompt;
      return this;
    }

    public Builder clientBusinessId(@Nullable String clientBusinessId) {
      this.clientBusinessId = clientBusinessId;
      return this;
    }

    public Builder metadata(@Nullable Map<String, ?> metadata) {
      this.metadata = metadata;
      return this;
    }

    public Builder duration(@Nullable Long duration) {
      this.duration = duration;
      return this;
    }

    public Builder aspectRatio(@Nullable String aspectRatio) {
      this.aspectRatio = aspectRatio;
      return this;
    }

    public Builder imageUrls(@Nullable List<String> imageUrls) {
      this.imageUrls = imageUrls;
      return this;
    }

    public Builder imageWithRoles(@Nullable List<MediaReference> imageWithRoles) {
      this.imageWithRoles = imageWithRoles;
      return this;
    }

    public Builder videoWithRoles(@Nullable List<MediaReference> videoWithRoles) {
      this.videoWithRoles = videoWithRoles;
      return this;
    }

    public Builder audioWithRoles(@Nullable List<MediaReference> audioWithRoles) {
      this.audioWithRoles = audioWithRoles;
      return this;
    }

    public Builder resolution(@Nullable String resolution) {
      this.resolution = resolution;
      return this;
    }

    public Builder generateAudio(@Nullable Boolean generateAudio) {
      this.generateAudio = generateAudio;
      return this;
    }

    public Builder returnLastFrame(@Nullable Boolean returnLastFrame) {
      this.returnLastFrame = returnLastFrame;
      return this;
    }

    public Builder mediaMode(@Nullable String mediaMode) {
      this.mediaMode = mediaMode;
      return this;
    }

    public Builder count(@Nullable Long count) {
      this.count = count;
      return this;
    }

    public Builder n(@Nullable Long n) {
      this.n = n;
      return this;
    }

    public Builder seed(@Nullable Long seed) {
      this.seed = seed;
      return this;
    }

    public Builder callbackUrl(@Nullable String callbackUrl) {
      this.callbackUrl = callbackUrl;
      return this;
    }

    public Builder traceId(@Nullable String traceId) {
      this.traceId = traceId;
      return this;
    }

    public Builder tools(@Nullable List<Tool> tools) {
      this.tools = tools;
      return this;
    }

    /**
     * Sets a member that is a row of the capability table.
     *
     * @param name its name on the wire, such as {@code output_format}
     * @param value a boolean for a switch, else text; {@code null} means not sent
     */
    public Builder tableMember(String name, @Nullable Object value) {
      if (value == null) {
        tableMembers.remove(name);
      } else {
        tableMembers.put(name, value);
      }
      return this;
    }

    /** The request as collected so far. Nothing is checked: that is the validator's business. */
    public GenerationRequest build() {
      return new GenerationRequest(
          model,
          prompt,
          clientBusinessId,
          metadata,
          duration,
          aspectRatio,
          imageUrls,
          imageWithRoles,
          videoWithRoles,
          audioWithRoles,
          resolution,
          generateAudio,
          returnLastFrame,
          mediaMode,
          count,
          n,
          seed,
          callbackUrl,
          traceId,
          tools,
          tableMembers);
    }
  }
}
