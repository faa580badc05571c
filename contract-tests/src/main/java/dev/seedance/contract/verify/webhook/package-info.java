/** Receives the webhooks of a server under test, and responds as a check asks. */
@NullMarked
package dev.seedance.contract.verify.webhook;

import org.jspecify.annotations.NullMarked;
