package dev.seedance.validator;

import org.jspecify.annotations.Nullable;

/**
 * A file that a generation starts from, and the part that it plays.
 *
 * @param url {@code https://…}, {@code http://…}, {@code asset://<id>}, or for images and audio a
 *     base64 {@code data:} URL
 * @param role such as {@code first_frame}, {@code reference_image} or {@code reference_video}
 */
public record MediaReference(@Nullable String url, @Nullable String role) {}
