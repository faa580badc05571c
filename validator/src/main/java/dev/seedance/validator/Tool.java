package dev.seedance.validator;

import org.jspecify.annotations.Nullable;

/**
 * Something that the model may use while it works.
 *
 * @param type its kind, such as {@code web_search}
 */
public record Tool(@Nullable String type) {}
