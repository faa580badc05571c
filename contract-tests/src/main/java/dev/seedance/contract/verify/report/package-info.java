/** Reports of a verification, for people and for CI servers; without keys and secrets. */
@NullMarked
package dev.seedance.contract.verify.report;

import org.jspecify.annotations.NullMarked;
