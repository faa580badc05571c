/**
 * Webhooks, section 4 of the contract: {@link dev.seedance.mock.webhook.DeliverySchedule} decides
 * when, {@link dev.seedance.mock.webhook.WebhookSender} makes one attempt, and {@link
 * dev.seedance.mock.webhook.DeliveryLog} keeps what happened.
 */
@NullMarked
package dev.seedance.mock.webhook;

import org.jspecify.annotations.NullMarked;
