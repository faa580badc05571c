package dev.seedance.mock.asset;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** A group to make, as it was sent. */
@Introspected
record GroupRequest(@Nullable String name, @Nullable String description) {}
