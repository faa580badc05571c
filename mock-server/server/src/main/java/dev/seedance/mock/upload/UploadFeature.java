package dev.seedance.mock.upload;

import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFeature;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The uploaded files of a sandbox, oldest first. */
@Singleton
final class UploadFeature extends SandboxFeature<SandboxUploads, UploadFeature.Document[]> {

  private static final Pattern ID = Pattern.compile("upload_[0-9A-HJKMNP-TV-Z]{26}");

  /**
   * A file in a snapshot; its type follows from its content.
   *
   * @param content in JSON as base64
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Document(String id, byte[] content) {

    static Document of(StoredFile file) {
      return new Document(file.id(), file.content());
    }

    StoredFile file() {
      if (!ID.matcher(id).matches()) {
        throw new IllegalArgumentException("'id' is not that of an upload");
      }
      FileType type =
          FileType.of(content)
              .orElseThrow(
                  () -> new IllegalArgumentException(id + " is of no type that can be uploaded"));
      return new StoredFile(id, type, content);
    }
  }

  private final UploadSpace space;

  UploadFeature(UploadSpace space) {
    super("uploads", SandboxUploads.class, Document[].class);
    this.space = space;
  }

  @Override
  protected SandboxUploads create(Sandbox sandbox) {
    return new SandboxUploads(space, sandbox.id());
  }

  @Override
  public Document[] save(SandboxUploads state) {
    return state.all().stream().map(Document::of).toArray(Document[]::new);
  }

  @Override
  public Runnable restore(Sandbox sandbox, Document[] documents) {
    List<StoredFile> files = Arrays.stream(documents).map(Document::file).toList();
    return () -> sandbox.get(SandboxUploads.class).replaceAll(files);
  }

  @Override
  protected void close(SandboxUploads state) {
    state.clear();
  }
}
