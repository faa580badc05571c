/** Placeholder. */
@NullMarked
package dev.seedance.mock;

import org.jspecify.annotations.NullMarked;
