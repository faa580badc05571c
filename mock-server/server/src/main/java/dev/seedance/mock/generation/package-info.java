/** The life of a generation task: submission, plan, state, response. */
@NullMarked
package dev.seedance.mock.generation;

import org.jspecify.annotations.NullMarked;
