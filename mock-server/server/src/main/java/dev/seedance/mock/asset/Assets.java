package dev.seedance.mock.asset;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.http.LenientJson;
import dev.seedance.mock.plan.Ulid;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.spec.http.HttpUrl;
import dev.seedance.spec.text.ShownText;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Registers assets and finds them.
 *
 * <p>Processing takes {@link #MIN_PROCESSING} and up to {@link #PROCESSING_SPREAD} more. An asset
 * with {@link #FAILURE_MARKER} in its name or source fails, every other becomes active. The source
 * is never fetched.
 */
@Singleton
final class Assets {

  static final String FAILURE_MARKER = "mock:failed";
  static final Duration MIN_PROCESSING = Duration.ofSeconds(5);
  static final Duration PROCESSING_SPREAD = Duration.ofSeconds(10);

  private static final List<String> TYPES = List.of("image", "video", "audio");
  private static final int MAX_TEXT = 2_048;

  /**
   * Creates a group.
   *
   * @param body a {@link GroupRequest}
   */
  Group addGroup(Sandbox sandbox, byte[] body) {
    GroupRequest request = LenientJson.read(body, GroupRequest.class);
    var group =
        new Group(
            "pg_" + newId(sandbox, sandbox.nextDraw()),
            required("name", request.name()),
            optional("description", request.description()));
    sandbox.get(AssetStore.class).add(group);
    return group;
  }

  /**
   * Registers an asset.
   *
   * @param body an {@link AssetRequest}
   */
  AssetResponse add(Sandbox sandbox, byte[] body) {
    AssetRequest request = LenientJson.read(body, AssetRequest.class);
    String groupId = required("group_id", request.groupId());
    String type = required("asset_type", request.assetType());
    String source = required("source_url", request.sourceUrl());
    String name = optional("name", request.name());
    require(
        sandbox.get(AssetStore.class).hasGroup(groupId), "group " + groupId + " does not exist");
    require(TYPES.contains(type), "asset_type '" + type + "' is unknown; expected one of " + TYPES);
    require(
        HttpUrl.parse(source) != null,
        "source_url is '" + source + "'; expected an http or https URL");
    SplittableRandom random = sandbox.nextDraw();
    var asset =
        new Asset(
            "pa_" + newId(sandbox, random),
            groupId,
            type,
            source,
            name,
            plan(sandbox, name + " " + source, random));
    sandbox.get(AssetStore.class).add(asset);
    return AssetResponse.of(asset, sandbox.clock().instant());
  }

  /** Finds an asset for a poll and advances an automatic clock to its next event. */
  AssetResponse poll(Sandbox sandbox, String id) {
    Asset asset =
        sandbox
            .get(AssetStore.class)
            .find(id)
            .orElseThrow(() -> refusal("asset " + id + " does not exist"));
    sandbox.queue().onPoll(asset.plan()::nextEventAfter);
    return AssetResponse.of(asset, sandbox.clock().instant());
  }

  private static AssetPlan plan(Sandbox sandbox, String text, SplittableRandom random) {
    Instant decidedAt =
        sandbox
            .clock()
            .instant()
            .plus(MIN_PROCESSING)
            .plusMillis(random.nextLong(PROCESSING_SPREAD.toMillis()));
    return new AssetPlan(decidedAt, !text.contains(FAILURE_MARKER));
  }

  private static String newId(Sandbox sandbox, SplittableRandom random) {
    return Ulid.of(sandbox.clock().instant(), random);
  }

  private static String required(String field, @Nullable String value) {
    require(value != null && !value.isBlank(), field + " is required");
    return optional(field, value);
  }

  private static String optional(String field, @Nullable String value) {
    String text = Objects.requireNonNullElse(value, "");
    int length = ShownText.length(text);
    require(
        length <= MAX_TEXT,
        "%s has %d characters; at most %d are allowed".formatted(field, length, MAX_TEXT));
    return text;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw refusal(message);
    }
  }

  private static ApiException refusal(String message) {
    return new ApiException(ErrorCode.INVALID_REQUEST, message);
  }
}
