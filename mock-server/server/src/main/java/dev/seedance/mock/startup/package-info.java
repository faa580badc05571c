/** Everything that makes the server start faster. Nobody imports this package. */
@NullMarked
package dev.seedance.mock.startup;

import org.jspecify.annotations.NullMarked;
