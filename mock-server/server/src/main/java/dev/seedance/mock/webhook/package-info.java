/**
 * Webhooks, section 4 of the contract: what is sent, to whom, signed how, when again.
 *
 * <p>{@link dev.seedance.mock.webhook.Webhooks} is what a sandbox keeps; {@link
 * dev.seedance.mock.webhook.Deliveries} sends.
 */
@NullMarked
package dev.seedance.mock.webhook;

import org.jspecify.annotations.NullMarked;
