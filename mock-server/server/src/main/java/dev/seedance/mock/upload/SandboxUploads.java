package dev.seedance.mock.upload;

import java.util.List;

/** The uploaded files of one sandbox. Thread-safe. */
record SandboxUploads(UploadSpace space, String sandboxId) {

  void add(StoredFile file) {
    space.add(sandboxId, file);
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
