package dev.seedance.mock.generation;

import static java.util.Objects.requireNonNullElse;

import dev.seedance.mock.media.Container;
import dev.seedance.mock.plan.FrameSizes;
import dev.seedance.mock.plan.Output;
import dev.seedance.validator.Capabilities;
import dev.seedance.validator.GenerationRequest;
import dev.seedance.validator.TableMember;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Fills in the absent fields of a valid request, by the defaults of the capability table. */
final class Outputs {

  private static final String FORMAT = "output_format";

  private Outputs() {}

  static Output of(Capabilities capabilities, GenerationRequest request, RandomGenerator random) {
    var model = capabilities.model(String.valueOf(request.model())).orElseThrow();
    var defaults = capabilities.defaults();
    String resolution = requireNonNullElse(request.resolution(), defaults.resolution());
    String ratio = requireNonNullElse(request.aspectRatio(), defaults.aspectRatio());
    return new Output(
        seconds(request, model.durations(), model.autoDurations(), random),
        resolution,
        FrameSizes.of(resolution, ratio, defaults.aspectRatio()),
        model.generateAudio()
            && requireNonNullElse(request.generateAudio(), defaults.generateAudio()),
        requireNonNullElse(request.returnLastFrame(), defaults.returnLastFrame()),
        count(request, defaults.outputs()),
        container(capabilities.tableMember(FORMAT), request).format());
  }

  /** Returns the duration. Absent means automatic, or the model's shortest if it can't (D5). */
  private static int seconds(
      GenerationRequest request, List<Long> fixed, List<Long> auto, RandomGenerator random) {
    Long wanted = request.duration();
    if (wanted != null && fixed.contains(wanted)) {
      return wanted.intValue();
    }
    int choice = auto.isEmpty() ? 0 : random.nextInt(fixed.size());
    return fixed.get(choice).intValue();
  }

  /**
   * Returns the container; MP4 if the request names none, or one that no video is written in, or if
   * the model does not have the member and so ignores it.
   */
  private static Container container(@Nullable TableMember member, GenerationRequest request) {
    return member != null && member.models().contains(request.model())
        ? Container.named(String.valueOf(request.tableMembers().get(FORMAT))).orElse(Container.MP4)
        : Container.MP4;
  }

  private static int count(GenerationRequest request, long fallback) {
    return (int)
        (long) requireNonNullElse(request.count(), requireNonNullElse(request.n(), fallback));
  }
}
