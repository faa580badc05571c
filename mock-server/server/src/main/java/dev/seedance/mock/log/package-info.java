/**
 * The log of the server: warnings and errors of all libraries, at most so much of each kind in a
 * while, because callers without limit can cause them.
 */
@NullMarked
package dev.seedance.mock.log;

import org.jspecify.annotations.NullMarked;
