package dev.seedance.client;

import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.internal.Futures;
import dev.seedance.client.model.AvatarAsset;
import dev.seedance.client.model.AvatarAssetRequest;
import dev.seedance.client.model.AvatarGroup;

/**
 * Private assets: register a picture, a clip or a voice once, then name it in requests by its
 * {@code asset_url}.
 */
public final class Assets {

  private final AsyncAssets async;

  Assets(AsyncAssets async) {
    this.async = async;
  }

  /**
   * Makes a group, the folder of assets. Never retried: a second try would make a second group.
   *
   * @param name for people
   */
  public AvatarGroup createGroup(String name) {
    return Futures.join(async.createGroup(name));
  }

  /**
   * Registers a file. Never retried: a second try would register it twice.
   *
   * @param request the group, the kind, and the address that the provider fetches the file from
   * @return the asset, mostly still being processed: see {@link #awaitActive(String)}
   */
  public AvatarAsset createAsset(AvatarAssetRequest request) {
    return Futures.join(async.createAsset(request));
  }

  /**
   * Polls an asset once.
   *
   * @param assetId without the {@code asset://} in front
   */
  public AvatarAsset get(String assetId) {
    return Futures.join(async.get(assetId));
  }

  /**
   * Waits until an asset can be used, with the options of this client.
   *
   * @param assetId without the {@code asset://} in front
   * @throws SeedanceException if it has failed, or the wait took too long
   */
  public AvatarAsset awaitActive(String assetId) {
    return Futures.join(async.awaitActive(assetId));
  }

  /**
   * Waits until an asset can be used. The first poll comes at once.
   *
   * @param assetId without the {@code asset://} in front
   * @param options the times of the wait; their listener is not called for assets
   * @throws SeedanceException if it has failed, or the wait took too long
   */
  public AvatarAsset awaitActive(String assetId, AwaitOptions options) {
    return Futures.join(async.awaitActive(assetId, options));
  }
}
