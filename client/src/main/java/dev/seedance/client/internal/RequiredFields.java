package dev.seedance.client.internal;

import dev.seedance.client.model.AvatarAssetResponse;
import dev.seedance.client.model.AvatarGroupResponse;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.UploadResponse;

/** The few fields without which a response is of no use, even if its status is 200. */
public final class RequiredFields {

  private RequiredFields() {}

  /** Returns true if the response has the fields that its kind requires. */
  public static boolean presentIn(Object response) {
    if (response instanceof GenerationTask task) {
      return task.getId() != null;
    }
    if (response instanceof AvatarGroupResponse group) {
      return group.getData() != null && group.getData().getGroupId() != null;
    }
    if (response instanceof AvatarAssetResponse asset) {
      return asset.getData() != null && asset.getData().getAssetId() != null;
    }
    if (response instanceof UploadResponse upload) {
      return upload.getData() != null && upload.getData().getUrl() != null;
    }
    return true;
  }
}
