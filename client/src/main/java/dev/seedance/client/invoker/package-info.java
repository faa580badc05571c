/**
 * The seam between the generated code and the facade: an {@link
 * dev.seedance.client.invoker.Operation} says what to send, the facade decides how, how often and
 * for how long.
 */
@NullMarked
package dev.seedance.client.invoker;

import org.jspecify.annotations.NullMarked;
