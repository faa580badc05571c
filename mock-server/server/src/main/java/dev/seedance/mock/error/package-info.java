/** Every refusal: one catalogue of codes, one shape of body, one place that writes it. */
@NullMarked
package dev.seedance.mock.error;

import org.jspecify.annotations.NullMarked;
