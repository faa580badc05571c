package dev.seedance.mock.generation;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a request that the task's webhook needs.
 *
 * @param url the request's {@code callback_url}, null if absent
 * @param traceId the request's {@code trace_id}, null if absent
 * @param origin the address at which the caller reached the server, such as {@code
 *     http://127.0.0.1:8080}
 */
public record Callback(@Nullable String url, @Nullable String traceId, String origin) {}
