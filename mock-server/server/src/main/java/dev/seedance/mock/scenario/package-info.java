/** What will happen to a task: how long it takes and how it ends, by name. */
@NullMarked
package dev.seedance.mock.scenario;

import org.jspecify.annotations.NullMarked;
