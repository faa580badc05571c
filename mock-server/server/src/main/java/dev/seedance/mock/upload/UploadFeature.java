package dev.seedance.mock.upload;

import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFeature;
import dev.seedance.mock.sandbox.Stored;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
    return new SandboxUploads(space, sandbox, sandbox.changesOf(this));
  }

  @Override
  public StoredFile[] save(SandboxUploads state) {
    return state.all().toArray(StoredFile[]::new);
  }

  @Override
  public Runnable restore(Sandbox sandbox, StoredFile[] documents) {
    SandboxUploads uploads = sandbox.get(SandboxUploads.class);
    List<StoredFile> checked = Arrays.stream(documents).map(StoredFile::checked).toList();
    List<StoredFile> files = checked.stream().map(uploads::kept).toList(); // before the lock
    return () -> uploads.replaceAll(files);
  }

  @Override
  public Optional<Stored<SandboxUploads>> stored() {
    return Optional.of(new UploadForm());
  }

  @Override
  protected SandboxUploads renew(Sandbox fresh, SandboxUploads old) {
    old.clear();
    return create(fresh);
  }

  @Override
  protected void close(SandboxUploads state) {
    state.close();
  }
}
