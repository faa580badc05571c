package dev.seedance.contract.verify.checks;

import static dev.seedance.contract.verify.Cost.FREE;
import static dev.seedance.contract.verify.Cost.STORES;
import static dev.seedance.contract.verify.Cost.TASK;
import static dev.seedance.contract.verify.checks.Calls.UNKNOWN_ASSET;

import dev.seedance.contract.verify.Check;
import dev.seedance.contract.verify.Cost;
import dev.seedance.contract.verify.Target;
import dev.seedance.contract.verify.exchange.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Private assets: {@code assets}. */
final class AssetChecks {

  private static final String WHERE = "openapi.yaml, tag Avatars; decisions D10 and D15";
  private static final String SOURCE = "https://media.example.com/mira-portrait.png";
  private static final List<String> STATES = List.of("processing", "active", "failed");

  private AssetChecks() {}

  static List<Check> all() {
    return Stream.of(refusals(), assets(), failures()).flatMap(List::stream).toList();
  }

  private static List<Check> refusals() {
    return List.of(
        check(
            FREE,
            "assets.group-needs-name",
            "a group without a name is refused with 400",
            target -> target.call(Calls.createGroup("{}")).refusal(400)),
        check(
            FREE,
            "assets.broken-json",
            "a body that is no JSON is a 400 in the envelope",
            target -> target.call(Calls.createGroup("{\"name\":")).refusal(400)),
        check(
            FREE,
            "assets.unknown-group",
            "an asset of an unknown group is refused with 400",
            target -> target.call(newAsset("pg_00000000000000000000000000", "image")).refusal(400)),
        check(
            FREE,
            "assets.unknown-asset",
            "an unknown asset is a 400 in the envelope",
            target -> target.call(Calls.asset(UNKNOWN_ASSET)).refusal(400)),
        check(
            FREE,
            "assets.unknown-asset-in-request",
            "a generation request that names an unknown asset is refused with 400",
            target ->
                target
                    .submitToBeRefused(withAsset("asset://" + UNKNOWN_ASSET, ""))
                    .error(400, "invalid_request", "invalid_request_error")));
  }

  private static List<Check> assets() {
    return List.of(
        check(
            STORES,
            "assets.group",
            "a new group has an id pg_… and its name",
            target -> theGroup(target).conforms().text("/data/name", "seedance verify")),
        check(
            STORES,
            "assets.unknown-type",
            "an asset that is no image, video or audio is refused with 400",
            target -> target.call(newAsset(groupId(target), "hologram")).refusal(400)),
        check(
            STORES,
            "assets.registered",
            "a new asset has an id pa_…, the URL asset://ID, and what it was registered with",
            AssetChecks::registered),
        check(
            STORES,
            "assets.settles",
            "an asset becomes active or failed, by states that the contract knows",
            AssetChecks::settles),
        check(
            STORES,
            "assets.own-assets-only",
            "an asset can't be seen with another key",
            target ->
                target
                    .callAsOther(Calls.asset(theAsset(target).text("/data/asset_id")))
                    .status(400, 401)));
  }

  private static List<Check> failures() {
    return List.of(
        check(
            TASK,
            "assets.not-active",
            "a task with an asset that was not active is a 200 that says failed, asset_not_active",
            target ->
                FailedTask.of(target)
                    .end()
                    .text("/status", "failed")
                    .text("/error/code", "asset_not_active")),
        failed(
            "assets.failed-conforms",
            "a failed task is as the schema GenerationTask has it",
            Exchange::conforms),
        failed(
            "assets.failed-has-message",
            "a failed task says why",
            end -> end.present("/error/message")),
        failed(
            "assets.failed-has-no-result",
            "a failed task has no result, completed_at or expires_at",
            end -> end.absent("/result").absent("/completed_at").absent("/expires_at")),
        failed(
            "assets.failed-progress",
            "a failed task has progress 0",
            end -> end.integer("/progress", 0)));
  }

  private static Check check(Cost cost, String id, String sentence, Check.Body body) {
    return new Check(id, sentence, cost, WHERE, body);
  }

  private static Check failed(String id, String sentence, Consumer<Exchange> fact) {
    return check(TASK, id, sentence, target -> fact.accept(FailedTask.thatFailed(target).end()));
  }

  static dev.seedance.contract.verify.exchange.Call newAsset(String group, String type) {
    return Calls.createAsset(
        """
        {"group_id":"%s","asset_type":"%s","source_url":"%s","name":"seedance verify"}"""
            .formatted(group, type, SOURCE));
  }

  static dev.seedance.contract.verify.exchange.Call withAsset(String url, String moreMembers) {
    return Calls.submitCheapest(
        "A paper boat",
        ",\"image_with_roles\":[{\"url\":\"%s\",\"role\":\"reference_image\"}]%s"
            .formatted(url, moreMembers));
  }

  private static Exchange theGroup(Target target) {
    return target.once(
        "group",
        () ->
            target
                .call(Calls.createGroup("{\"name\":\"seedance verify\"}"))
                .status(200)
                .matches("/data/group_id", "pg_.+", "pg_ and more"));
  }

  static String groupId(Target target) {
    return theGroup(target).text("/data/group_id");
  }

  private static Exchange theAsset(Target target) {
    return target.once(
        "asset", () -> target.call(newAsset(groupId(target), "image")).status(200).conforms());
  }

  private static void registered(Target target) {
    Exchange asset = theAsset(target).matches("/data/asset_id", "pa_.+", "pa_ and more");
    asset
        .text("/data/asset_url", "asset://" + asset.text("/data/asset_id"))
        .text("/data/group_id", groupId(target))
        .text("/data/asset_type", "image")
        .text("/data/source_url", SOURCE)
        .text("/data/name", "seedance verify");
  }

  private static void settles(Target target) {
    String id = theAsset(target).text("/data/asset_id");
    boolean settled =
        target
            .await(() -> Optional.of(poll(target, id)).filter(s -> !s.equals("processing")))
            .isPresent();
    if (!settled) {
      throw theAsset(target).failure("an asset that becomes active or failed", "still processing");
    }
  }

  private static String poll(Target target, String id) {
    Exchange poll = target.call(Calls.asset(id)).status(200).conforms();
    String status = poll.text("/data/asset_id", id).text("/data/status");
    if (!STATES.contains(status)) {
      throw poll.failure("processing, active or failed", poll.show("/data/status"));
    }
    return status;
  }
}
