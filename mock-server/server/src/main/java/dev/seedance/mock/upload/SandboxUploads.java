package dev.seedance.mock.upload;

import dev.seedance.mock.sandbox.PartChanges;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFiles;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The uploaded files of one sandbox. Thread-safe.
 *
 * <p>With a store their bytes are there, and not in memory.
 */
final class SandboxUploads {

  private final UploadSpace space;
  private final Sandbox sandbox;
  private final PartChanges changes;

  SandboxUploads(UploadSpace space, Sandbox sandbox, PartChanges changes) {
    this.space = space;
    this.sandbox = sandbox;
    this.changes = changes;
  }

  /** Puts the bytes into the store, if there is one; blocks then. */
  StoredFile kept(StoredFile file) {
    if (!changes.isKept()) {
      return file;
    }
    SandboxFiles files = sandbox.changes().files();
    String name = UUID.randomUUID().toString(); // never that of other bytes
    files.put(name, file.content().bytes());
    var content = Content.at(new Content.Place(files, name), file.content().length());
    return new StoredFile(file.id(), file.type().mimeType(), content);
  }

  void add(StoredFile file) {
    sandbox.atomically(
        () -> {
          Collection<StoredFile> dropped = space.add(sandbox.id(), file);
          changes.mark(file.name());
          dropped.forEach(old -> changes.mark(old.name()));
          delete(dropped);
        });
  }

  List<StoredFile> all() {
    return space.all(sandbox.id());
  }

  Optional<StoredFile> find(String name) {
    return space.find(sandbox.id(), name);
  }

  void replaceAll(List<StoredFile> files) {
    delete(all());
    Collection<StoredFile> dropped = space.replaceAll(sandbox.id(), files);
    changes.replaced();
    delete(dropped);
  }

  /** Forgets the files here; a store keeps them. */
  void close() {
    space.clear(sandbox.id());
  }

  /** Forgets the files, in a store too. */
  void clear() {
    delete(all());
    close();
  }

  private void delete(Collection<StoredFile> dropped) {
    if (changes.isKept()) {
      List<String> names =
          dropped.stream()
              .flatMap(file -> Optional.ofNullable(file.content().place()).stream())
              .map(Content.Place::name)
              .toList();
      sandbox.changes().files().delete(names);
    }
  }
}
