/** The command line. */
@NullMarked
package dev.seedance.validator.cli;

import org.jspecify.annotations.NullMarked;
