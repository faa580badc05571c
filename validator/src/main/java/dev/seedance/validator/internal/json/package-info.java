/** Reads a body once, with pointers to what is wrong. Not for use from outside. */
@NullMarked
package dev.seedance.validator.internal.json;

import org.jspecify.annotations.NullMarked;
