/**
 * The video of a finished task: a small, playable MP4 that is drawn and encoded on request, in
 * plain Java.
 *
 * <p>{@link dev.seedance.mock.media.VideoSpec} describes the video, {@link
 * dev.seedance.mock.media.VideoFile} is the MP4 and {@link dev.seedance.mock.media.LastFrame} its
 * last picture as a PNG. The same specification always gives the same bytes.
 *
 * <p>From the outside in:
 *
 * <ul>
 *   <li>A {@code Scene} draws each frame on a {@code Raster} of flat tiles, four pixels square, and
 *       the raster records the macroblocks that a frame has changed.
 *   <li>{@code GroupOfPictures} encodes one second: one picture that needs no other, so that a
 *       player can seek to it, then 23 pictures with only the changes.
 *   <li>H.264 codes a flat 4x4 tile, and nothing else, with a single coefficient, so {@code
 *       Macroblocks} does without transforms, quantisation loss or large code tables: a decoder
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
