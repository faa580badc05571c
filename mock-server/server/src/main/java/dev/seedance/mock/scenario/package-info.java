/** Scenarios: the durations, the end and the faults of a task, by name. */
@NullMarked
package dev.seedance.mock.scenario;

import org.jspecify.annotations.NullMarked;
