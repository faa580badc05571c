/**
 * The mock server in tests.
 *
 * <p>Start with {@link dev.seedance.mock.testkit.SeedanceMock} in JUnit, or with {@link
 * dev.seedance.mock.testkit.MockServer} anywhere else. The other types are what a mock server shows
 * and takes: immutable values, and views that ask the server at each call. All of them speak to its
 * control plane over HTTP, so that a test is the same wherever the server runs.
 *
 * <p>Nothing here needs a library: no JSON parser, no HTTP client but the JDK's, and JUnit only for
 * the annotation.
 */
@NullMarked
package dev.seedance.mock.testkit;

import org.jspecify.annotations.NullMarked;
