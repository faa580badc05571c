/**
 * Looks into the media files of a request before they cost: type, size, sides, length, frame rate.
 *
 * <p>{@link dev.seedance.validator.media.MediaCheck} is the door. It sees files through {@link
 * dev.seedance.validator.media.MediaSource}s and holds them to {@link
 * dev.seedance.validator.media.MediaLimits}, which are data of the contract module. Needs {@code
 * com.drewnoakes:metadata-extractor}, an optional dependency, on the class path.
 */
@NullMarked
package dev.seedance.validator.media;

import org.jspecify.annotations.NullMarked;
