/** Uploaded files: recognised by their content, stored within bounds, and served. */
@NullMarked
package dev.seedance.mock.upload;

import org.jspecify.annotations.NullMarked;
