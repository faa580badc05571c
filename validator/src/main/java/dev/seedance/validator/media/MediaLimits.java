package dev.seedance.validator.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.spec.ApiSpec;
import dev.seedance.spec.media.ContentType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one kind of file. A limit that is {@code null} is not checked.
 *
 * @param types the types that are taken
 * @param maxBytes of one file
 * @param side in pixels, of the shorter and of the longer side
 * @param ratio of width to height
 * @param seconds of one file
 * @param frameRate in frames a second
 * @param totalSeconds of all files of that kind in a request
 */
public record MediaLimits(
    List<ContentType> types,
    long maxBytes,
    @Nullable Range side,
    @Nullable Range ratio,
    @Nullable Range seconds,
    @Nullable Range frameRate,
    @Nullable Double totalSeconds) {

  /** Copies the list. */
  public MediaLimits {
    types = List.copyOf(types);
  }

  /**
   * An allowed range, both ends included.
   *
   * @param min the lowest value
   * @param max the highest value
   */
  public record Range(double min, double max) {

    /** Returns true if the value is in the range. */
    public boolean contains(double value) {
      return value >= min && value <= max;
    }
  }

  /**
   * Returns the limits of the service behind the provider, as the contract module has them, for
   * images, videos and audios.
   */
  public static Map<ContentType.Kind, MediaLimits> ofUpstream() {
    try (InputStream json = ApiSpec.media().openStream()) {
      var limits = new EnumMap<ContentType.Kind, MediaLimits>(ContentType.Kind.class);
      new ObjectMapper()
          .readTree(json)
          .required("limits")
          .properties()
          .forEach(row -> limits.put(kind(row.getKey()), read(row.getValue())));
      return Map.copyOf(limits);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the limits of media", e);
    }
  }

  private static ContentType.Kind kind(String name) {
    return ContentType.Kind.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static MediaLimits read(JsonNode row) {
    List<ContentType> types = new ArrayList<>();
    row.required("types").forEach(type -> types.add(type(type.asText())));
    return new MediaLimits(
        types,
        row.required("max_bytes").longValue(),
        range(row.path("side")),
        range(row.path("ratio")),
        range(row.path("seconds")),
        range(row.path("frame_rate")),
        row.has("total_seconds") ? row.path("total_seconds").doubleValue() : null);
  }

  private static ContentType type(String mimeType) {
    return ContentType.named(mimeType)
        .orElseThrow(() -> new IllegalStateException("no type of file is " + mimeType));
  }

  private static @Nullable Range range(JsonNode range) {
    return range.isMissingNode()
        ? null
        : new Range(range.required("min").doubleValue(), range.required("max").doubleValue());
  }
}
