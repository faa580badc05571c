/**
 * The contract of the {@code seedance-2} video-generation API as data.
 *
 * <p>{@link dev.seedance.spec.ApiSpec} is the only type: it hands out the OpenAPI document, the
 * capability tables, the named examples and the conformance vectors that travel in this jar. There
 * is no logic here and there are no dependencies; what reads the data decides how to parse it.
 */
@NullMarked
package dev.seedance.spec;

import org.jspecify.annotations.NullMarked;
