package dev.seedance.contract.verify.checks;

import dev.seedance.contract.verify.CheckSkipped;
import dev.seedance.contract.verify.Target;
import dev.seedance.contract.verify.webhook.Receiver.Reply;

/**
 * A task that fails on any server: it names an asset that was registered a moment before and can't
 * be active yet. Its webhook, if the server reaches the receiver, goes to {@link #MAILBOX}.
 */
final class FailedTask {

  static final String MAILBOX = "failed";

  private FailedTask() {}

  static Life of(Target target) {
    return target.once("failed task", () -> make(target));
  }

  /** Returns the task; skips the check if the task did not fail. */
  static Life thatFailed(Target target) {
    Life life = of(target);
    if (!life.end().text("/status").equals("failed")) {
      throw new CheckSkipped("the task that should fail did not: see assets.not-active");
    }
    return life;
  }

  private static Life make(Target target) {
    String asset =
        target
            .call(AssetChecks.newAsset(AssetChecks.groupId(target), "image"))
            .status(200)
            .text("/data/asset_url");
    return Life.of(target, AssetChecks.withAsset(asset, callback(target)));
  }

  private static String callback(Target target) {
    try {
      String url = target.receiver().address(MAILBOX, Reply.of(204));
      return ",\"callback_url\":\"" + url + "\"";
    } catch (CheckSkipped e) {
      return ""; // the checks of webhooks say so
    }
  }
}
