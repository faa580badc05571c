/**
 * DeliveryLog, section 4 of the contract: what is sent, to whom, signed how, when again.
 *
 * <p>{@link dev.seedance.mock.webhook.DeliveryLog} is what a sandbox keeps; {@link
 * dev.seedance.mock.webhook.WebhookDelivery} sends.
 */
@NullMarked
package dev.seedance.mock.webhook;

import org.jspecify.annotations.NullMarked;
