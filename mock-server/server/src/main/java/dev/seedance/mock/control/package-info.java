/** The control plane under {@code /_mock}. */
@NullMarked
package dev.seedance.mock.control;

import org.jspecify.annotations.NullMarked;
