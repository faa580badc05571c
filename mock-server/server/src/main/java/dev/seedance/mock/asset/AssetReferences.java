package dev.seedance.mock.asset;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.validator.GenerationRequest;
import dev.seedance.validator.MediaReference;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
    List<Asset> assets = named(request).map(name -> find(sandbox, name)).toList();
    return assets.stream().filter(asset -> !asset.isActive(now)).findFirst();
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

  private static Stream<Named> named(GenerationRequest request) {
    return Stream.of(
            named("image_urls", request.imageUrls(), url -> url),
            named("image_with_roles", request.imageWithRoles(), MediaReference::url),
            named("video_with_roles", request.videoWithRoles(), MediaReference::url),
            named("audio_with_roles", request.audioWithRoles(), MediaReference::url))
        .flatMap(names -> names);
  }

  private static <T> Stream<Named> named(
      String field, @Nullable List<T> members, Function<T, @Nullable String> url) {
    return Objects.requireNonNullElse(members, List.<T>of()).stream()
        .map(url)
        .filter(text -> text != null && text.startsWith(Asset.SCHEME))
        .map(text -> new Named(field, text.substring(Asset.SCHEME.length())));
  }
}
