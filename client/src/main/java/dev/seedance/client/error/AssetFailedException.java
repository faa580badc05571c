package dev.seedance.client.error;

import dev.seedance.client.model.AvatarAsset;

/** The provider could not make a usable asset of the file. */
public final class AssetFailedException extends SeedanceException {

  private static final long serialVersionUID = 1L;

  private final transient AvatarAsset asset;

  /**
   * Reports a failed asset.
   *
   * @param asset the asset as the server sees it
   */
  public AssetFailedException(AvatarAsset asset) {
    super(
        "asset %s has failed; check that %s can be fetched and keeps to the limits"
            .formatted(asset.getAssetId(), asset.getSourceUrl()),
        null);
    this.asset = asset;
  }

  /** Returns the asset as the server sees it. */
  public AvatarAsset asset() {
    return asset;
  }
}
