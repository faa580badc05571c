/** The request journal: the calls of a key, with their responses. */
@NullMarked
package dev.seedance.mock.journal;

import org.jspecify.annotations.NullMarked;
