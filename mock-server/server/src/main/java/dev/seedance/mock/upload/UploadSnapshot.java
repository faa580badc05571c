package dev.seedance.mock.upload;

import dev.seedance.mock.snapshot.SnapshotPart;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The uploaded files of a sandbox, oldest first. */
@Factory
final class UploadSnapshot {

  private static final Pattern ID = Pattern.compile("upload_[0-9A-HJKMNP-TV-Z]{26}");

  /**
   * A file; its type is told by its content again.
   *
   * @param content in JSON as base64
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record State(String id, byte[] content) {

    static State of(StoredFile file) {
      return new State(file.id(), file.content());
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

  @Singleton
  SnapshotPart<State[]> uploads(UploadSpace space) {
    return new SnapshotPart<>(
        "uploads",
        State[].class,
        sandbox -> space.all(sandbox.id()).stream().map(State::of).toArray(State[]::new),
        (sandbox, states) -> {
          List<StoredFile> files = Arrays.stream(states).map(State::file).toList();
          return () -> space.replaceAll(sandbox.id(), files);
        });
  }
}
