/** Starts a server: its beans, the settings of its HTTP layer, and the port. */
@NullMarked
package dev.seedance.mock.server;

import org.jspecify.annotations.NullMarked;
