/**
 * The contract of the {@code seedance-2} video-generation API as data.
 *
 * <p>{@link dev.seedance.spec.ApiSpec} hands out the documents that travel in this jar: the OpenAPI
 * document, the capability tables, the named examples and the conformance vectors. It needs no
 * library, so callers choose how to parse. {@link dev.seedance.spec.Vector} is the conformance
 * vectors as Java values, for tests.
 */
@NullMarked
package dev.seedance.spec;

import org.jspecify.annotations.NullMarked;
