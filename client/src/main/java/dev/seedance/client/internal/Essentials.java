package dev.seedance.client.internal;

import dev.seedance.client.model.AvatarAssetResponse;
import dev.seedance.client.model.AvatarGroupResponse;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.UploadResponse;

/** The few members without which an answer is of no use, whatever its HTTP status says. */
final class Essentials {

  private Essentials() {}

  static boolean areIn(Object answer) {
    if (answer instanceof GenerationTask task) {
      return task.getId() != null;
    }
    if (answer instanceof AvatarGroupResponse group) {
      return group.getData() != null && group.getData().getGroupId() != null;
    }
    if (answer instanceof AvatarAssetResponse asset) {
      return asset.getData() != null && asset.getData().getAssetId() != null;
    }
    if (answer instanceof UploadResponse upload) {
      return upload.getData() != null && upload.getData().getUrl() != null;
    }
    return true;
  }
}
