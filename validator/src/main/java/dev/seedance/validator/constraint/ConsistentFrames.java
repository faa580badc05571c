package dev.seedance.validator.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * First and last frame make sense together and without references.
 *
 * <p>Rules: {@code first-frame.too-many}, {@code last-frame.too-many}, {@code
 * last-frame.without-first}, {@code frame-mode.mixed}.
 */
@Documented
@Constraint(validatedBy = {})
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ConsistentFrames {

  /** Never shown: each rule brings its own message. */
  String message() default "{dev.seedance.validator.first-frame.too-many}";

  /** Validation groups. */
  Class<?>[] groups() default {};

  /** Payload for the caller's own use. */
  Class<? extends Payload>[] payload() default {};
}
