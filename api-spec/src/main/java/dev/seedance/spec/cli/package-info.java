/**
 * The grammar and the manners that every command line of this project shares.
 *
 * <p>Built on picocli, an optional dependency of this jar that a command brings.
 */
@NullMarked
package dev.seedance.spec.cli;

import org.jspecify.annotations.NullMarked;
