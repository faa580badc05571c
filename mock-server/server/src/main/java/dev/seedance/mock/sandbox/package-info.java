/** One sandbox for each bearer key: all that the key owns. */
@NullMarked
package dev.seedance.mock.sandbox;

import org.jspecify.annotations.NullMarked;
