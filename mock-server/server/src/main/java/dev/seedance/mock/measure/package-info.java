/**
 * Figures that parts of the server tell of themselves; nothing is computed before they are read.
 */
@NullMarked
package dev.seedance.mock.measure;

import org.jspecify.annotations.NullMarked;
