/** Peers of the mock server in a comparison; run by {@code src/benchmark/run.sh}. */
@NullMarked
package dev.seedance.mock.benchmark;

import org.jspecify.annotations.NullMarked;
