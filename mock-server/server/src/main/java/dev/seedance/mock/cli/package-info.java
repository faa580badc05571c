/** Command line of the mock server. */
@NullMarked
package dev.seedance.mock.cli;

import org.jspecify.annotations.NullMarked;
