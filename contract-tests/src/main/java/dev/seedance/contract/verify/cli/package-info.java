/** The command {@code seedance verify}. */
@NullMarked
package dev.seedance.contract.verify.cli;

import org.jspecify.annotations.NullMarked;
