package dev.seedance.mock.cluster;

import org.jspecify.annotations.Nullable;

/**
 * A sandbox that a request asks for, by the id of it in the path or by its key.
 *
 * @param key null if the request has none, so that only a stored sandbox is found
 * @param seed of its sequences; null without a key
 */
record Wanted(String id, @Nullable String key, @Nullable Long seed) {}
