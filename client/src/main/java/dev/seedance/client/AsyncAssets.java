package dev.seedance.client;

import dev.seedance.client.api.AvatarsApi;
import dev.seedance.client.internal.Futures;
import dev.seedance.client.model.AvatarAsset;
import dev.seedance.client.model.AvatarAssetRequest;
import dev.seedance.client.model.AvatarAssetResponse;
import dev.seedance.client.model.AvatarGroup;
import dev.seedance.client.model.AvatarGroupRequest;
import dev.seedance.client.model.AvatarGroupResponse;
import java.util.concurrent.CompletableFuture;

/** Private assets for callers whose threads must not wait: {@link SeedanceAsyncClient#assets()}. */
public final class AsyncAssets {

  private final Calls calls;
  private final AwaitOptions awaitOptions;

  AsyncAssets(Calls calls, AwaitOptions awaitOptions) {
    this.calls = calls;
    this.awaitOptions = awaitOptions;
  }

  /** As {@link Assets#createGroup}. */
  public CompletableFuture<AvatarGroup> createGroup(String name) {
    var request = new AvatarGroupRequest().name(name);
    return Futures.map(
        calls.once(AvatarsApi.createAvatarGroup(request)), AvatarGroupResponse::getData);
  }

  /** As {@link Assets#createAsset}. */
  public CompletableFuture<AvatarAsset> createAsset(AvatarAssetRequest request) {
    return Futures.map(
        calls.once(AvatarsApi.createAvatarAsset(request)), AvatarAssetResponse::getData);
  }

  /** As {@link Assets#get}. */
  public CompletableFuture<AvatarAsset> get(String assetId) {
    return Futures.map(
        calls.repeatable(AvatarsApi.getAvatarAsset(assetId)), AvatarAssetResponse::getData);
  }

  /** As {@link Assets#awaitActive(String)}. */
  public CompletableFuture<AvatarAsset> awaitActive(String assetId) {
    return awaitActive(assetId, awaitOptions);
  }

  /** As {@link Assets#awaitActive(String, AwaitOptions)}. */
  public CompletableFuture<AvatarAsset> awaitActive(String assetId, AwaitOptions options) {
    return Futures.map(calls.awaitAsset(assetId, options), AvatarAssetResponse::getData);
  }
}
