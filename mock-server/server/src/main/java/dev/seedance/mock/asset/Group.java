package dev.seedance.mock.asset;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.micronaut.core.annotation.Introspected;

/**
 * A group of assets, as in the store and in a response.
 *
 * @param groupId {@code pg_} and a ULID
 * @param name for people
 * @param description its purpose; empty if the request had none
 */
@Introspected
@JsonNaming(SnakeCaseStrategy.class)
record Group(String groupId, String name, String description) implements AssetStore.Held {

  @Override
  public long size() {
    return 400L + 2L * (name.length() + description.length());
  }
}
