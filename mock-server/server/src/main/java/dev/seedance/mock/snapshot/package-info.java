/** Saves a whole sandbox as one JSON document, and restores it. */
@NullMarked
package dev.seedance.mock.snapshot;

import org.jspecify.annotations.NullMarked;
