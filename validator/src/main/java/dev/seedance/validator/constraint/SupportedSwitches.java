package dev.seedance.validator.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The model has the switches that are set, and the members that are rows of the capability table.
 *
 * <p>Rules: {@code generate-audio.unsupported}, {@code return-last-frame.unsupported}, and for rows
 * {@code field.type} and {@link dev.seedance.validator.TableMember#rules()}.
 */
@Documented
@Constraint(validatedBy = {})
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface SupportedSwitches {

  /** Never shown: each rule brings its own message. */
  String message() default "{dev.seedance.validator.generate-audio.unsupported}";

  /** Validation groups. */
  Class<?>[] groups() default {};

  /** Payload for the caller's own use. */
  Class<? extends Payload>[] payload() default {};
}
