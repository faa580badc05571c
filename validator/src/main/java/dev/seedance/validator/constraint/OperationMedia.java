package dev.seedance.validator.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation has the files that it starts from.
 *
 * <p>Rules: {@code video-operation.needs-video}.
 */
@Documented
@Constraint(validatedBy = {})
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OperationMedia {

  /** Never shown: each rule brings its own message. */
  String message() default "{dev.seedance.validator.video-operation.needs-video}";

  /** Validation groups. */
  Class<?>[] groups() default {};

  /** Payload for the caller's own use. */
  Class<? extends Payload>[] payload() default {};
}
