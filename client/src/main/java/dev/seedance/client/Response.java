package dev.seedance.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A successful response.
 *
 * @param value its content
 * @param retryAfter the time to wait before the next call; null if the server asks for none
 */
record Response<T>(T value, @Nullable Duration retryAfter) {}
