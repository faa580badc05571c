/**
 * The plan of a task: when it runs, how it ends, and its state at any instant as a pure function.
 */
@NullMarked
package dev.seedance.mock.plan;

import org.jspecify.annotations.NullMarked;
