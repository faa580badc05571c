package dev.seedance.mock.asset;

import java.time.Instant;

/**
 * A registered file.
 *
 * @param id {@code pa_} and a ULID
 * @param groupId the group that it belongs to
 * @param type {@code image}, {@code video} or {@code audio}
 * @param sourceUrl where its file is
 * @param name for people; empty where none was given
 * @param plan what will happen, and when
 */
public record Asset(
    String id, String groupId, String type, String sourceUrl, String name, AssetPlan plan) {

  /** What stands before an asset's id where a generation request names it. */
  public static final String SCHEME = "asset://";

  /** Whether a generation can use it at an instant. */
  public boolean isActive(Instant now) {
    return status(now).equals(AssetPlan.ACTIVE);
  }

  /** {@code processing}, {@code active} or {@code failed}. */
  public String status(Instant now) {
    return plan.at(now);
  }
}
