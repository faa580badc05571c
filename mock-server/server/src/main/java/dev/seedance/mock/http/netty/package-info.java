/** The handlers of a connection, in the order in which bytes meet them. */
@NullMarked
package dev.seedance.mock.http.netty;

import org.jspecify.annotations.NullMarked;
