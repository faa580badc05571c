/** Time of a sandbox: the only thing that moves a task. */
@NullMarked
package dev.seedance.mock.clock;

import org.jspecify.annotations.NullMarked;
