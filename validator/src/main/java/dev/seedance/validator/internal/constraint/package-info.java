/** The validators of the constraints. Not for use from outside. */
@NullMarked
package dev.seedance.validator.internal.constraint;

import org.jspecify.annotations.NullMarked;
