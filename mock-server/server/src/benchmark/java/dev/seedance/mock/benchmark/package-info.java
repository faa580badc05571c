/** What the mock server is compared with; run by {@code src/benchmark/run.sh}. */
@NullMarked
package dev.seedance.mock.benchmark;

import org.jspecify.annotations.NullMarked;
