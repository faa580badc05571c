/** Placeholder. */
@NullMarked
package dev.seedance.validator;

import org.jspecify.annotations.NullMarked;
