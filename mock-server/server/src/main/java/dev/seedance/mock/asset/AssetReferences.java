package dev.seedance.mock.asset;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.validator.GenerationRequest;
import dev.seedance.validator.MediaReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the assets in a generation request, by decision D10. */
public final class AssetReferences {

  private record Named(String field, String assetId) {}

  private AssetReferences() {}

  /**
   * Returns the first asset of a request that can't be used now; empty if all can.
   *
   * @throws ApiException 400 if one is unknown
   */
  public static Optional<Asset> firstInactive(
      Sandbox sandbox, GenerationRequest request, Instant now) {
    Asset inactive = null;
    for (Named name : named(request)) {
      Asset asset = find(sandbox, name);
      if (inactive == null && !asset.isActive(now)) {
        inactive = asset;
      }
    }
    return Optional.ofNullable(inactive);
  }

  private static Asset find(Sandbox sandbox, Named name) {
    return sandbox
        .get(AssetStore.class)
        .find(name.assetId())
        .orElseThrow(
            () ->
                ApiException.of(
                    ErrorCode.INVALID_REQUEST,
                    "asset " + name.assetId() + " does not exist; register it first",
                    name.field()));
  }

  private static List<Named> named(GenerationRequest request) {
    List<Named> found = new ArrayList<>();
    addTo(found, "image_urls", request.imageUrls(), url -> url);
    addTo(found, "image_with_roles", request.imageWithRoles(), MediaReference::url);
    addTo(found, "video_with_roles", request.videoWithRoles(), MediaReference::url);
    addTo(found, "audio_with_roles", request.audioWithRoles(), MediaReference::url);
    return found;
  }

  private static <T> void addTo(
      List<Named> found,
      String field,
      @Nullable List<T> members,
      Function<T, @Nullable String> url) {
    if (members != null) {
      for (T member : members) {
        String text = url.apply(member);
        if (text != null && text.startsWith(Asset.SCHEME)) {
          found.add(new Named(field, text.substring(Asset.SCHEME.length())));
        }
      }
    }
  }
}
