/** Rate limits of submits and queries, in sandbox time: section 7 of the contract. */
@NullMarked
package dev.seedance.mock.limit;

import org.jspecify.annotations.NullMarked;
