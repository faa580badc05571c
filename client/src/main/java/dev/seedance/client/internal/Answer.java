package dev.seedance.client.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer.
 *
 * @param value what it says
 * @param retryAfter how long the server asks to wait before the next call; null where it does not
 */
record Answer<T>(T value, @Nullable Duration retryAfter) {}
