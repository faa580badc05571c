package dev.seedance.spec.price;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.spec.ApiSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The tokens of a video, by the formula that the upstream publishes: (seconds of input videos +
 * seconds of output) x width x height x frames per second / 1024.
 *
 * <p>An upper bound, as far as the facts hold: the largest frame of the resolution, and input
 * videos of the greatest total length that the upstream takes.
 */
final class VideoTokens {

  private static final int FRAMES_PER_SECOND = 24;
  private static final int MAX_INPUT_SECONDS =
      Json.read(ApiSpec.media()).at("/limits/video/total_seconds").intValue();
  private static final JsonNode FRAMES = Json.read(ApiSpec.frameSizes());
  private static final BigDecimal DIVISOR = BigDecimal.valueOf(1024);

  private VideoTokens() {}

  /** Counts the tokens of an order; empty if the frames of its resolution are not known. */
  static Optional<Quantity> of(Order order) {
    return largestFrame(order.resolution()).map(frame -> of(order, frame));
  }

  private static Quantity of(Order order, Frame frame) {
    int inputSeconds = order.hasVideoInput() ? MAX_INPUT_SECONDS : 0;
    BigDecimal tokens =
        BigDecimal.valueOf(frame.pixels())
            .multiply(BigDecimal.valueOf(FRAMES_PER_SECOND))
            .multiply(BigDecimal.valueOf((long) inputSeconds + order.seconds()))
            .multiply(BigDecimal.valueOf(order.outputs()))
            .divide(DIVISOR, 0, RoundingMode.UP);
    return new Quantity(tokens, List.of(assumption(order, frame, inputSeconds, tokens)));
  }

  private static String assumption(Order order, Frame frame, int inputSeconds, BigDecimal tokens) {
    String input = inputSeconds == 0 ? "" : inputSeconds + " s of input video + ";
    return String.format(
        Locale.ROOT,
        "%,d tokens, by the upstream's formula: %d x %d pixels (the largest %s frame)"
            + " x %d frames/s x (%s%d s of output) x %d / 1024; the bill counts the real ones",
        tokens.longValueExact(),
        frame.width(),
        frame.height(),
        order.resolution(),
        FRAMES_PER_SECOND,
        input,
        order.seconds(),
        order.outputs());
  }

  private static Optional<Frame> largestFrame(String resolution) {
    JsonNode frames = FRAMES.path(resolution.toLowerCase(Locale.ROOT));
    return StreamSupport.stream(frames.spliterator(), false)
        .map(frame -> new Frame(frame.path("width").asInt(), frame.path("height").asInt()))
        .max(Comparator.comparingLong(Frame::pixels));
  }

  private record Frame(int width, int height) {

    long pixels() {
      return (long) width * height;
    }
  }
}
