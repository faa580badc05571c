/**
 * Servers with a store, held to its promises from outside: they are killed, frozen and cut off from
 * their database while clients use them, and each client keeps a log of its own of what was
 * acknowledged.
 */
@NullMarked
package dev.seedance.contract.stores;

import org.jspecify.annotations.NullMarked;
