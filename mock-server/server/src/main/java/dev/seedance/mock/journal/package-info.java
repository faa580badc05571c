/** The request journal: what a key has called, and how it was answered. */
@NullMarked
package dev.seedance.mock.journal;

import org.jspecify.annotations.NullMarked;
