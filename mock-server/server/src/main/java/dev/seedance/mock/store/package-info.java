/** Stores that outlive a server: documents of sandboxes, written in groups and fenced by leases. */
@NullMarked
package dev.seedance.mock.store;

import org.jspecify.annotations.NullMarked;
