package dev.seedance.mock.upload;

import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFiles;
import dev.seedance.mock.sandbox.Stored;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form in which a store keeps uploads: a document each, and the bytes as a file. */
final class UploadForm implements Stored<SandboxUploads> {

  /**
   * An uploaded file in a store.
   *
   * @param id {@code upload_} and a ULID
   * @param mimeType its type
   * @param length in bytes
   * @param file the name of its bytes in the store
   */
  record Kept(String id, String mimeType, int length, String file) {

    static @Nullable Kept of(StoredFile file) {
      Content.Place place = file.content().place();
      return place == null
          ? null
          : new Kept(file.id(), file.type().mimeType(), file.content().length(), place.name());
    }

    StoredFile in(SandboxFiles files) {
      return new StoredFile(id, mimeType, Content.at(new Content.Place(files, file), length));
    }
  }

  @Override
  public List<String> keys(SandboxUploads state) {
    return state.all().stream().map(StoredFile::name).toList();
  }

  @Override
  public @Nullable Object find(SandboxUploads state, String key) {
    return state.find(key).map(Kept::of).orElse(null);
  }

  @Override
  public Class<?> type(String key) {
    return Kept.class;
  }

  @Override
  public Runnable restore(Sandbox sandbox, Map<String, Object> documents) {
    SandboxFiles files = sandbox.changes().files();
    List<StoredFile> all =
        documents.values().stream().map(Kept.class::cast).map(kept -> kept.in(files)).toList();
    return () -> sandbox.get(SandboxUploads.class).replaceAll(all);
  }
}
