package dev.seedance.mock.asset;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** The body of a request to create a group. */
@Introspected
record GroupRequest(@Nullable String name, @Nullable String description) {}
