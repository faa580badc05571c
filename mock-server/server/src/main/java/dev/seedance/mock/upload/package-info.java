/** Uploaded files: taken, told by their content, kept within bounds, and served back. */
@NullMarked
package dev.seedance.mock.upload;

import org.jspecify.annotations.NullMarked;
