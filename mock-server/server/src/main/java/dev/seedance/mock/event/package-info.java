/** The live stream of the events of a sandbox. */
@NullMarked
package dev.seedance.mock.event;

import org.jspecify.annotations.NullMarked;
