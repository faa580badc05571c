/**
 * Checks generation requests before they cost money.
 *
 * <p>{@link dev.seedance.validator.RequestValidator} is the front door: it takes a body as it would
 * be sent, a {@link dev.seedance.validator.GenerationRequest}, or any bean that Jackson can write,
 * and returns a {@link dev.seedance.validator.ValidationReport}. The rules are listed in {@link
 * dev.seedance.validator.Rule} and stand as Jakarta constraints in {@code
 * dev.seedance.validator.constraint}; what differs by model or revision comes from {@link
 * dev.seedance.validator.Capabilities}.
 */
@NullMarked
package dev.seedance.validator;

import org.jspecify.annotations.NullMarked;
