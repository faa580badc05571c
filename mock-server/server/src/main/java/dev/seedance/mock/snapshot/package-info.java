/** A whole sandbox as one JSON document, and back. */
@NullMarked
package dev.seedance.mock.snapshot;

import org.jspecify.annotations.NullMarked;
