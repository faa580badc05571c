package dev.seedance.validator.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The first bytes of every {@code data:} URL are of the type that it declares.
 *
 * <p>Rule: {@code media-url.mismatch}.
 */
@Documented
@Constraint(validatedBy = {})
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface MatchingMediaTypes {

  /** Never shown: each rule brings its own message. */
  String message() default "{dev.seedance.validator.media-url.mismatch}";

  /** Validation groups. */
  Class<?>[] groups() default {};

  /** Payload for the caller's own use. */
  Class<? extends Payload>[] payload() default {};
}
