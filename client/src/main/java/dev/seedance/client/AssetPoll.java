package dev.seedance.client;

import dev.seedance.client.api.AvatarsApi;
import dev.seedance.client.error.AssetFailedException;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.error.TaskTimeoutException;
import dev.seedance.client.model.AvatarAssetResponse;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Waits for an asset and completes when it can be used. */
final class AssetPoll extends Poll<AvatarAssetResponse> {

  private final String id;
  private String state = "was not seen";

  AssetPoll(
      Transport transport, String id, AwaitOptions options, InstantSource clock, Sleeper sleeper) {
    super(transport, AvatarsApi.getAvatarAsset(id), options, null, clock, sleeper);
    this.id = id;
  }

  @Override
  void judge(AvatarAssetResponse response) {
    String status = String.valueOf(response.getData().getStatus());
    state = "is " + status;
    switch (status) {
      case "active" -> complete(response);
      case "failed" -> completeExceptionally(new AssetFailedException(response.getData()));
      default -> {}
    }
  }

  @Override
  void trouble(SeedanceException failure, Duration wait) {}

  @Override
  SeedanceException timeout(String after, @Nullable SeedanceException lastFailure) {
    return new TaskTimeoutException("asset", id, state, after, null, lastFailure);
  }
}
