/** The figures of the server in the text format of Prometheus. */
@NullMarked
package dev.seedance.mock.metrics;

import org.jspecify.annotations.NullMarked;
