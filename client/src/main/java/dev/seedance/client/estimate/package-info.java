/**
 * The cost of requests before they are sent: {@link dev.seedance.client.estimate.Estimator} reckons
 * by a price list, and says what it had to assume.
 */
@NullMarked
package dev.seedance.client.estimate;

import org.jspecify.annotations.NullMarked;
