package dev.seedance.mock.asset;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** An asset in a response. */
@Introspected
@JsonNaming(SnakeCaseStrategy.class)
record AssetResponse(
    String assetId,
    String assetUrl,
    String groupId,
    String assetType,
    String sourceUrl,
    String status,
    String name) {

  static AssetResponse of(Asset asset, Instant now) {
    return new AssetResponse(
        asset.id(),
        Asset.SCHEME + asset.id(),
        asset.groupId(),
        asset.type(),
        asset.sourceUrl(),
        asset.status(now),
        asset.name());
  }
}
