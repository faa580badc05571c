package dev.seedance.mock.asset;

import java.time.Instant;

/**
 * A registered file.
 *
 * @param id {@code pa_} and a ULID
 * @param groupId the group that it belongs to
 * @param type {@code image}, {@code video} or {@code audio}
 * @param sourceUrl the URL of its file
 * @param name for people; empty if the request had none
 * @param plan its future
 */
public record Asset(
    String id, String groupId, String type, String sourceUrl, String name, AssetPlan plan)
    implements AssetStore.Held {

  /** Prefix of an asset's id in a generation request. */
  public static final String SCHEME = "asset://";

  @Override
  public long size() {
    return 600L + 2L * (sourceUrl.length() + name.length());
  }

  /** Tells if a generation can use it at an instant. */
  public boolean isActive(Instant now) {
    return status(now).equals(AssetPlan.ACTIVE);
  }

  /** Returns {@code processing}, {@code active} or {@code failed}. */
  public String status(Instant now) {
    return plan.at(now);
  }
}
