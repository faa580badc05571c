/**
 * The command line: {@code seedance generate}, {@code status}, {@code download}, {@code estimate}.
 *
 * <p>The libraries of the command line (picocli, a progress bar, the validator) are optional in the
 * POM and shaded into the {@code -cli} jar only.
 */
@NullMarked
package dev.seedance.client.cli;

import org.jspecify.annotations.NullMarked;
