/**
 * The command line: {@code seedance generate}, {@code status}, {@code download}.
 *
 * <p>What it needs beyond the library (picocli, a progress bar, the validator) is optional in the
 * POM and shaded into the {@code -cli} jar only.
 */
@NullMarked
package dev.seedance.client.cli;

import org.jspecify.annotations.NullMarked;
