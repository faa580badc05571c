/**
 * Makes the video that a finished task hands out: a small, playable MP4 that is drawn and encoded
 * on request, in plain Java.
 *
 * <p>{@link dev.seedance.mock.media.VideoSpec} says what the video shows, {@link
 * dev.seedance.mock.media.VideoFile} is the MP4 and {@link dev.seedance.mock.media.LastFrame} its
 * last picture as a PNG. The same specification always gives the same bytes.
 *
 * <p>How it works, from the outside in:
 *
 * <ul>
 *   <li>A {@code Scene} draws each frame on a {@code Raster} of flat tiles, four pixels square, and
 *       the raster remembers which macroblocks a frame has changed.
 *   <li>{@code GroupOfPictures} encodes one second: one picture that stands alone, so that a player
 *       can seek to it, then 23 pictures that hold only what changed.
 *   <li>A flat 4x4 tile is the one thing that H.264 codes with a single coefficient, so {@code
 *       Macroblocks} gets by without transforms, quantisation loss or large code tables: a decoder
 *       shows exactly the drawn pixels.
 *   <li>{@code Movie} wraps the samples in ISO boxes, header first, and {@code VideoFile} makes any
 *       byte range of the file by encoding only the seconds that the range touches.
 * </ul>
 *
 * <p>Clause numbers in this package refer to ITU-T H.264 (08/2021), ISO/IEC 14496-12 (boxes),
 * 14496-15 (AVC in MP4) and 14496-3 (AAC).
 */
@NullMarked
package dev.seedance.mock.media;

import org.jspecify.annotations.NullMarked;
