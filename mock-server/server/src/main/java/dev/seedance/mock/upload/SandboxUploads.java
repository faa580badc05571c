package dev.seedance.mock.upload;

import java.util.List;

/** The uploaded files of one sandbox, in the space of all. Thread-safe. */
record SandboxUploads(UploadSpace space, String sandboxId) {

  void keep(StoredFile file) {
    space.keep(sandboxId, file);
  }

  List<StoredFile> all() {
    return space.all(sandboxId);
  }

  void replaceAll(List<StoredFile> files) {
    space.replaceAll(sandboxId, files);
  }

  void clear() {
    space.clear(sandboxId);
  }
}
