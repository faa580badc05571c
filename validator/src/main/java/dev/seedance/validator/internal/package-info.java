/** What the rules are made of. Not for use from outside. */
@NullMarked
package dev.seedance.validator.internal;

import org.jspecify.annotations.NullMarked;
