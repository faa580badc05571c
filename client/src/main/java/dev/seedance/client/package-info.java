/** Placeholder. */
@NullMarked
package dev.seedance.client;

import org.jspecify.annotations.NullMarked;
