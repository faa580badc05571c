/**
 * A server among others that share a store: it owns sandboxes by leases, and forwards requests for
 * those of other servers.
 */
@NullMarked
package dev.seedance.mock.cluster;

import org.jspecify.annotations.NullMarked;
