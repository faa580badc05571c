/** The steps of every request before its route, and of every response after it. */
@NullMarked
package dev.seedance.mock.routing;

import org.jspecify.annotations.NullMarked;
