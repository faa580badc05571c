/**
 * Receives the provider's calls: {@link dev.seedance.client.webhook.WebhookVerifier} turns raw
 * bytes and headers into a {@link dev.seedance.client.webhook.VerifiedEvent}, or refuses them.
 *
 * <p>Bound to no web framework. {@code docs/client.md} has a handler for the JDK's own server.
 */
@NullMarked
package dev.seedance.client.webhook;

import org.jspecify.annotations.NullMarked;
