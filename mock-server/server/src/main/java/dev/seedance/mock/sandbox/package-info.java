/** One sandbox a bearer key: who asks, and what that key owns. */
@NullMarked
package dev.seedance.mock.sandbox;

import org.jspecify.annotations.NullMarked;
