package dev.seedance.mock.asset;

import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import dev.seedance.mock.generation.Ulid;
import dev.seedance.mock.sandbox.Sandbox;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Registers assets and finds them: what the controller binds to.
 *
 * <p>Processing takes {@link #MIN_PROCESSING} and up to {@link #PROCESSING_SPREAD} more. An asset
 * whose name or source says {@link #FAILURE_MARKER} fails, every other becomes active; the source
 * is never fetched.
 */
@Singleton
final class Assets {

  static final String FAILURE_MARKER = "mock:failed";
  static final Duration MIN_PROCESSING = Duration.ofSeconds(5);
  static final Duration PROCESSING_SPREAD = Duration.ofSeconds(10);

  private static final List<String> TYPES = List.of("image", "video", "audio");
  private static final int MAX_TEXT = 2_048;

  /** Makes a group. */
  Group addGroup(Sandbox sandbox, GroupRequest request) {
    var group =
        new Group(
            "pg_" + newId(sandbox, sandbox.nextDraw()),
            required("name", request.name()),
            optional("description", request.description()));
    sandbox.assets().add(group);
    return group;
  }

  /** Registers an asset. */
  AssetAnswer add(Sandbox sandbox, AssetRequest request) {
    String groupId = required("group_id", request.groupId());
    String type = required("asset_type", request.assetType());
    String source = required("source_url", request.sourceUrl());
    String name = optional("name", request.name());
    require(sandbox.assets().hasGroup(groupId), "group " + groupId + " does not exist");
    require(TYPES.contains(type), "asset_type '" + type + "' is unknown; expected one of " + TYPES);
    require(isWeb(source), "source_url is '" + source + "'; expected an http or https URL");
    SplittableRandom random = sandbox.nextDraw();
    var asset =
        new Asset(
            "pa_" + newId(sandbox, random),
            groupId,
            type,
            source,
            name,
            plan(sandbox, name + " " + source, random));
    sandbox.assets().add(asset);
    return AssetAnswer.of(asset, sandbox.clock().instant());
  }

  /** Finds an asset for a poll, which an automatic clock feels. */
  AssetAnswer poll(Sandbox sandbox, String id) {
    Asset asset =
        sandbox.assets().find(id).orElseThrow(() -> refusal("asset " + id + " does not exist"));
    sandbox.agenda().onPoll(asset.plan()::nextEventAfter);
    return AssetAnswer.of(asset, sandbox.clock().instant());
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

  private static boolean isWeb(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && Stream.of("http", "https")
              .anyMatch(scheme -> scheme.equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String required(String field, @Nullable String value) {
    require(value != null && !value.isBlank(), field + " is required");
    return optional(field, value);
  }

  private static String optional(String field, @Nullable String value) {
    String text = Objects.requireNonNullElse(value, "");
    require(
        text.length() <= MAX_TEXT,
        "%s has %d characters; at most %d are allowed".formatted(field, text.length(), MAX_TEXT));
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
