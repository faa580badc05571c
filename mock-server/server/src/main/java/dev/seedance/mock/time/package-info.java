/** The time of a sandbox: its clock, its queue of due events, and the only door to real time. */
@NullMarked
package dev.seedance.mock.time;

import org.jspecify.annotations.NullMarked;
