package dev.seedance.mock.asset;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** The body of a request to register an asset. */
@Introspected
@JsonNaming(SnakeCaseStrategy.class)
record AssetRequest(
    @Nullable String groupId,
    @Nullable String assetType,
    @Nullable String sourceUrl,
    @Nullable String name,
    @Nullable String description) {}
