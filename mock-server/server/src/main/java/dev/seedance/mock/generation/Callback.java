package dev.seedance.mock.generation;

import org.jspecify.annotations.Nullable;

/**
 * What a task's webhook needs to know of the request.
 *
 * @param url the request's {@code callback_url}, null where it had none
 * @param traceId the request's {@code trace_id}, null where it had none
 * @param origin where the caller reached the server, such as {@code http://127.0.0.1:8080}
 */
public record Callback(@Nullable String url, @Nullable String traceId, String origin) {}
