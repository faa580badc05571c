/**
 * The seam between the generated code and the facade: an {@link
 * dev.seedance.client.invoker.Operation} is the request to send; the facade sends, retries and
 * limits it.
 */
@NullMarked
package dev.seedance.client.invoker;

import org.jspecify.annotations.NullMarked;
