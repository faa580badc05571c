package dev.seedance.mock.asset;

import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.validator.GenerationRequest;
import dev.seedance.validator.MediaReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The assets that a generation request names, by decision D10. */
public final class AssetReferences {

  private record Named(String field, String assetId) {}

  private AssetReferences() {}

  /**
   * The first asset of a request that can't be used now; empty where all can.
   *
   * @throws ApiException 400 where one is unknown
   */
  public static Optional<Asset> firstInactive(
      Sandbox sandbox, GenerationRequest request, Instant now) {
    List<Asset> assets = named(request).map(name -> find(sandbox, name)).toList();
    return assets.stream().filter(asset -> !asset.isActive(now)).findFirst();
  }

  private static Asset find(Sandbox sandbox, Named name) {
    return sandbox
        .assets()
        .find(name.assetId())
        .orElseThrow(
            () ->
                ApiException.of(
                    ErrorCode.INVALID_REQUEST,
                    "asset " + name.assetId() + " does not exist; register it first",
                    name.field()));
  }

  private static Stream<Named> named(GenerationRequest request) {
    Stream<Named> images = stream(request.imageUrls()).flatMap(url -> named("image_urls", url));
    return Stream.of(
            images,
            named("image_with_roles", request.imageWithRoles()),
            named("video_with_roles", request.videoWithRoles()),
            named("audio_with_roles", request.audioWithRoles()))
        .flatMap(names -> names);
  }

  private static Stream<Named> named(String field, @Nullable List<MediaReference> references) {
    return stream(references)
        .flatMap(reference -> Stream.ofNullable(reference.url()))
        .flatMap(url -> named(field, url));
  }

  private static Stream<Named> named(String field, String url) {
    return url.startsWith(Asset.SCHEME)
        ? Stream.of(new Named(field, url.substring(Asset.SCHEME.length())))
        : Stream.empty();
  }

  private static <T> Stream<T> stream(@Nullable List<T> list) {
    return Stream.ofNullable(list).flatMap(List::stream);
  }
}
