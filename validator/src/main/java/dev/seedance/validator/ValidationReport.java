package dev.seedance.validator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.seedance.validator.internal.json.Positions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on one request. Immutable.
 *
 * <p>Jackson writes it as {@code {"valid":…,"violations":[…]}}.
 */
@JsonPropertyOrder({"valid", "violations"})
public final class ValidationReport {

  private final List<Violation> violations;
  private final @Nullable GenerationRequest request;

  ValidationReport(List<Violation> violations, @Nullable GenerationRequest request) {
    this.violations = List.copyOf(violations);
    this.request = request;
  }

  /** Makes the verdict on what is no request, such as a media file. */
  public static ValidationReport of(List<Violation> violations) {
    return new ValidationReport(violations, null);
  }

  /**
   * Returns this report with violations of the same request that others found, in the order of the
   * body.
   *
   * @param body a JSON object, the one that was checked
   */
  public ValidationReport with(List<Violation> more, byte[] body) {
    if (more.isEmpty()) {
      return this;
    }
    var all = new ArrayList<>(violations);
    all.addAll(more);
    Positions positions = Positions.find(body, all.stream().map(Violation::pointer).toList());
    all.sort(Comparator.comparingInt(one -> positions.of(one.pointer()).offset()));
    return new ValidationReport(all, request);
  }

  /** Returns true if the request has no errors; it may have warnings. */
  @JsonProperty
  public boolean valid() {
    for (Violation violation : violations) {
      if (isError(violation)) {
        return false;
      }
    }
    return true;
  }

  /** Errors and warnings in the order of the request's members, each once. */
  @JsonProperty
  public List<Violation> violations() {
    return violations;
  }

  /** Returns the violations that make the request invalid. */
  @JsonIgnore
  public List<Violation> errors() {
    return violations.stream().filter(ValidationReport::isError).toList();
  }

  /** Returns the violations that a caller should look at. */
  @JsonIgnore
  public List<Violation> warnings() {
    return violations.stream().filter(violation -> !isError(violation)).toList();
  }

  /**
   * The request as read, without the members that could not be read.
   *
   * @return empty if the body is no JSON object
   */
  @JsonIgnore
  public Optional<GenerationRequest> request() {
    return Optional.ofNullable(request);
  }

  private static boolean isError(Violation violation) {
    return violation.severity() == Severity.ERROR;
  }

  @Override
  public String toString() {
    return "ValidationReport[valid=" + valid() + ", violations=" + violations + "]";
  }
}
