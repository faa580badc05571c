/**
 * Reads the size and the length of media files. Nothing here trusts a length that a file declares:
 * memory and time are bounded by the bytes that there are.
 */
@NullMarked
package dev.seedance.validator.media.format;

import org.jspecify.annotations.NullMarked;
