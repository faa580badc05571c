package dev.seedance.validator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of a member that ask something of the rest of a request.
 *
 * @param member the member, a row of the table that takes one of a list of values
 * @param byValue the operations that ask for something
 */
public record Operations(TableMember member, Map<String, Operation> byValue) {

  /**
   * The demands of an operation. A list that is {@code null} is that of the model or of the
   * revision.
   *
   * @param name the value of the member
   * @param needsVideo whether it starts from a reference video
   * @param durations lengths that it makes, in seconds
   * @param autoDurations values that leave the length to the model
   * @param aspectRatios values of {@code aspect_ratio}
   */
  public record Operation(
      String name,
      boolean needsVideo,
      @Nullable List<Long> durations,
      @Nullable List<Long> autoDurations,
      @Nullable List<String> aspectRatios) {

    /** Returns the lengths in seconds that the operation makes on a model. */
    public List<Long> durationsOn(ModelCapabilities model) {
      return durations == null ? model.durations() : durations;
    }

    /** Returns the values that leave the length to a model. */
    public List<Long> autoDurationsOn(ModelCapabilities model) {
      return autoDurations == null ? model.autoDurations() : autoDurations;
    }
  }

  /** Returns the operation of a request; empty if it asks for nothing, or its model has none. */
  public Optional<Operation> of(GenerationFields request) {
    Object value = request.tableMembers().get(member.name());
    String model = request.model();
    return value instanceof String name && model != null && member.models().contains(model)
        ? Optional.ofNullable(byValue.get(name))
        : Optional.empty();
  }
}
