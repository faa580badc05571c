/** Addresses: what counts as a URL in the contract, and how a program connects to one. */
@NullMarked
package dev.seedance.spec.http;

import org.jspecify.annotations.NullMarked;
