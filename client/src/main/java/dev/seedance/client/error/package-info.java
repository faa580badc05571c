/**
 * All failures, as one tree below {@link dev.seedance.client.error.SeedanceException}. No message
 * ever holds an API key.
 */
@NullMarked
package dev.seedance.client.error;

import org.jspecify.annotations.NullMarked;
