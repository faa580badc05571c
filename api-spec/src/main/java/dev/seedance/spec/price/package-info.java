/**
 * Prices of tasks: {@link dev.seedance.spec.price.PriceList} is what {@code GET /v1/pricing} tells,
 * and gives the {@link dev.seedance.spec.price.Cost} of an {@link dev.seedance.spec.price.Order}.
 *
 * <p>Amounts are exact decimals, never floating point. Reading a list needs {@code
 * jackson-databind}, an optional dependency of this jar.
 */
@NullMarked
package dev.seedance.spec.price;

import org.jspecify.annotations.NullMarked;
