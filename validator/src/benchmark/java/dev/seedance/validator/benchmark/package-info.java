/**
 * Measures the cost of validation, beside peers in the same run; see {@code docs/performance.md}.
 */
@NullMarked
package dev.seedance.validator.benchmark;

import org.jspecify.annotations.NullMarked;
