/** The parts of findings: location, message, wording. Not for use from outside. */
@NullMarked
package dev.seedance.validator.internal;

import org.jspecify.annotations.NullMarked;
