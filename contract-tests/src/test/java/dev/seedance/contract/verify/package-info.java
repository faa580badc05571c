/** The verifier against the mock, whole and broken. */
@NullMarked
package dev.seedance.contract.verify;

import org.jspecify.annotations.NullMarked;
