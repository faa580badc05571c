/** The mock server in JUnit tests: one shared server, a fresh sandbox for each test. */
@NullMarked
package dev.seedance.mock.junit;

import org.jspecify.annotations.NullMarked;
