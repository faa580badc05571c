package dev.seedance.validator.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Every rule of the contract at once: all constraints of this package.
 *
 * <p>Put it on a type that implements {@link dev.seedance.validator.GenerationFields}.
 */
@KnownFields
@SupportedModel
@PromptOrMedia
@SupportedDuration
@SupportedAspectRatio
@SupportedResolution
@SupportedSwitches
@SupportedMediaMode
@SupportedOutputs
@CompatibleImageUrls
@ValidMediaUrls
@MatchingMediaTypes
@SupportedMediaRoles
@ConsistentFrames
@LimitedReferences
@AudioWithVisual
@SupportedTools
@ValidClientBusinessId
@ValidCallback
@ReviewableMedia
@OperationMedia
@Documented
@Constraint(validatedBy = {})
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ValidGenerationRequest {

  /** Never shown: each rule brings its own message. */
  String message() default "{dev.seedance.validator.field.unknown}";

  /** Validation groups. */
  Class<?>[] groups() default {};

  /** Payload for the caller's own use. */
  Class<? extends Payload>[] payload() default {};
}
