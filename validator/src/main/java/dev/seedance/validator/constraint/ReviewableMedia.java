package dev.seedance.validator.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The provider can review the files, if the request asks for that.
 *
 * <p>Rules: {@code private-asset-review.without-media}, {@code private-asset-review.asset-url},
 * {@code private-asset-review.url-invalid}, {@code private-asset-review.conflicting-kinds}.
 */
@Documented
@Constraint(validatedBy = {})
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ReviewableMedia {

  /** Never shown: each rule brings its own message. */
  String message() default "{dev.seedance.validator.private-asset-review.asset-url}";

  /** Validation groups. */
  Class<?>[] groups() default {};

  /** Payload for the caller's own use. */
  Class<? extends Payload>[] payload() default {};
}
