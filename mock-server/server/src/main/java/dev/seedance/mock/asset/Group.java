package dev.seedance.mock.asset;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.micronaut.core.annotation.Introspected;

/**
 * A group of assets, as it is kept and as it goes over the wire.
 *
 * @param groupId {@code pg_} and a ULID
 * @param name for people
 * @param description what it is for; empty where the request said nothing
 */
@Introspected
@JsonNaming(SnakeCaseStrategy.class)
record Group(String groupId, String name, String description) {}
