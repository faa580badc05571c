package dev.seedance.client.internal;

import dev.seedance.client.model.AvatarAssetResponse;
import dev.seedance.client.model.AvatarGroupResponse;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.ModelList;
import dev.seedance.client.model.UploadResponse;
import org.jspecify.annotations.Nullable;

/** The few fields without which a response is of no use, even if its status is 200. */
public final class RequiredFields {

  private RequiredFields() {}

  /** Returns true if the response has the fields that its kind requires. */
  public static boolean presentIn(Object response) {
    if (response instanceof GenerationTask task) {
      return isGiven(task.getId());
    }
    if (response instanceof AvatarGroupResponse group) {
      return group.getData() != null && isGiven(group.getData().getGroupId());
    }
    if (response instanceof AvatarAssetResponse asset) {
      return asset.getData() != null && isGiven(asset.getData().getAssetId());
    }
    if (response instanceof UploadResponse upload) {
      return upload.getData() != null && isGiven(upload.getData().getUrl());
    }
    if (response instanceof ModelList models) {
      return models.getData() != null;
    }
    return true;
  }

  private static boolean isGiven(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
