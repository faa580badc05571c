package dev.seedance.validator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.seedance.validator.internal.Finding;
import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.jspecify.annotations.Nullable;

/**
 * One rule that a request breaks, and where.
 *
 * @param rule id of the rule, such as {@code duration.unsupported}; never changes its meaning
 * @param severity whether the request is invalid or only deserves a look
 * @param pointer RFC 6901 pointer to the member in JSON names, such as {@code
 *     /image_with_roles/0/role}; empty for the whole body
 * @param message the bad value, what is allowed and what to do, in the validator's language
 * @param value the rejected value, or the number of them if the rule counts; {@code null} if
 *     something is missing
 * @param allowed the values that would pass, empty if they can't be listed
 * @param acceptedSince the oldest newer revision of the contract that reports nothing at this place
 *     of the request; {@code null}, and absent in JSON, if none is known. The message tells it too
 */
@JsonPropertyOrder({"rule", "severity", "pointer", "message", "value", "allowed", "accepted_since"})
public record Violation(
    String rule,
    Severity severity,
    String pointer,
    String message,
    @Nullable Object value,
    List<?> allowed,
    @JsonProperty("accepted_since") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String acceptedSince) {

  /** Copies the list, so that the violation can't change. */
  public Violation {
    allowed = List.copyOf(allowed);
  }

  /** Makes a violation that every newer revision reports too, as far as is known. */
  public Violation(
      String rule,
      Severity severity,
      String pointer,
      String message,
      @Nullable Object value,
      List<?> allowed) {
    this(rule, severity, pointer, message, value, allowed, null);
  }

  /**
   * Reads what our constraints handed to Jakarta Validation, for those who put them on a type of
   * their own and run a validator of their own.
   *
   * @return empty if the violation comes from somebody else's constraint
   */
  public static Optional<Violation> of(ConstraintViolation<?> violation) {
    HibernateConstraintViolation<?> hibernate =
        violation.unwrap(HibernateConstraintViolation.class);
    return Optional.ofNullable(hibernate.getDynamicPayload(Finding.class))
        .map(found -> of(found, violation.getMessage()));
  }

  /** Adds the revision that accepts the request here. */
  Violation acceptedSince(String revision, String newMessage) {
    return new Violation(rule, severity, pointer, newMessage, value, allowed, revision);
  }

  static Violation of(Finding found, String message) {
    return new Violation(
        found.rule(),
        Rule.withId(found.rule()).map(Rule::severity).orElse(Severity.ERROR),
        found.pointer(),
        message,
        found.value(),
        found.allowed());
  }
}
