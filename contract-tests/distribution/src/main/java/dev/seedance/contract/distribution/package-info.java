/** The parts of the distribution archive that the build has to compute. */
@NullMarked
package dev.seedance.contract.distribution;

import org.jspecify.annotations.NullMarked;
