package dev.seedance.validator.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The caller's own id can be used in a path and stands in one place.
 *
 * <p>Rules: {@code client-business-id.invalid}, {@code client-business-id.conflict}, {@code
 * client-business-id.prefer-top-level}.
 */
@Documented
@Constraint(validatedBy = {})
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ValidClientBusinessId {

  /** Never shown: each rule brings its own message. */
  String message() default "{dev.seedance.validator.client-business-id.invalid}";

  /** Validation groups. */
  Class<?>[] groups() default {};

  /** Payload for the caller's own use. */
  Class<? extends Payload>[] payload() default {};
}
