/** The way of a call from the socket to its route, and of the answer back. */
@NullMarked
package dev.seedance.mock.call;

import org.jspecify.annotations.NullMarked;
