package dev.seedance.mock.account;

/**
 * The cost of a task.
 *
 * @param price paid when the task was accepted, refunded if it fails
 * @param told true if responses and webhooks have it, which the revision of the request decides
 */
public record Bill(Usd price, boolean told) {}
