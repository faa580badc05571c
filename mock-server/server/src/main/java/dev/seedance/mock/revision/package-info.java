/** The contract revisions that a server knows, and the one that each sandbox is held to. */
@NullMarked
package dev.seedance.mock.revision;

import org.jspecify.annotations.NullMarked;
