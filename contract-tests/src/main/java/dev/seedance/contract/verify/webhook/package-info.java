/** Receives the webhooks of a server under test, and answers them as a check wants it. */
@NullMarked
package dev.seedance.contract.verify.webhook;

import org.jspecify.annotations.NullMarked;
