/** HTTP below the features: error codes, error bodies, and the two ways to read JSON. */
@NullMarked
package dev.seedance.mock.http;

import org.jspecify.annotations.NullMarked;
