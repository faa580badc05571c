/**
 * The rules of the contract as Jakarta constraints, one a family of rules.
 *
 * <p>They stand on {@link dev.seedance.validator.GenerationRequest} through {@link
 * dev.seedance.validator.constraint.ValidGenerationRequest}, and may stand on any type that
 * implements {@link dev.seedance.validator.GenerationFields}. They run on Hibernate Validator from
 * 8.0 on, in the default revision unless its {@code constraintValidatorPayload} is a {@link
 * dev.seedance.validator.Capabilities}; outside {@link dev.seedance.validator.RequestValidator}
 * they report errors only, because no other engine tells a warning from an error.
 */
@NullMarked
package dev.seedance.validator.constraint;

import org.jspecify.annotations.NullMarked;
