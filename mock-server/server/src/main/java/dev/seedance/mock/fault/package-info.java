/** Injects the faults of a scenario into a response. */
@NullMarked
package dev.seedance.mock.fault;

import org.jspecify.annotations.NullMarked;
