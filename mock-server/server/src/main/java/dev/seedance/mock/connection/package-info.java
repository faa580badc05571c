/**
 * What is below the routes: how many connections there are, what they may send, and a name for
 * every answer.
 */
@NullMarked
package dev.seedance.mock.connection;

import org.jspecify.annotations.NullMarked;
