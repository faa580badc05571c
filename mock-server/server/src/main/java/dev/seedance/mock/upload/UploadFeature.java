package dev.seedance.mock.upload;

import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFeature;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;

/** The uploaded files of a sandbox, oldest first. */
@Singleton
final class UploadFeature extends SandboxFeature<SandboxUploads, StoredFile[]> {

  private final UploadSpace space;

  UploadFeature(UploadSpace space) {
    super("uploads", SandboxUploads.class, StoredFile[].class);
    this.space = space;
  }

  @Override
  protected SandboxUploads create(Sandbox sandbox) {
    return new SandboxUploads(space, sandbox.id());
  }

  @Override
  public StoredFile[] save(SandboxUploads state) {
    return state.all().toArray(StoredFile[]::new);
  }

  @Override
  public Runnable restore(Sandbox sandbox, StoredFile[] documents) {
    List<StoredFile> files = Arrays.stream(documents).map(StoredFile::checked).toList();
    return () -> sandbox.get(SandboxUploads.class).replaceAll(files);
  }

  @Override
  protected void close(SandboxUploads state) {
    state.clear();
  }
}
