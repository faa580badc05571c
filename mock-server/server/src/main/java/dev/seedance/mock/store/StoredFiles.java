package dev.seedance.mock.store;

import dev.seedance.mock.sandbox.SandboxFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The files of a sandbox in a store. */
final class StoredFiles implements SandboxFiles {

  private final SandboxStore store;
  private final String sandbox;
  private final Runnable onDelete;
  private final List<String> doomed = new ArrayList<>();

  /**
   * Starts with nothing to delete.
   *
   * @param onDelete runs when there is something to delete
   */
  StoredFiles(SandboxStore store, String sandbox, Runnable onDelete) {
    this.store = store;
    this.sandbox = sandbox;
    this.onDelete = onDelete;
  }

  @Override
  public void put(String name, byte[] content) {
    store.putFile(sandbox, name, new ByteArrayInputStream(content));
  }

  @Override
  public byte[] read(String name) {
    try (InputStream content = store.file(sandbox, name).orElseThrow(() -> gone(name))) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new StoreException(
          "the file '%s' can't be read: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static StoreException gone(String name) {
    return new StoreException("the file '%s' is no longer in the store".formatted(name));
  }

  @Override
  public void delete(Collection<String> names) {
    synchronized (doomed) {
      doomed.addAll(names);
    }
    if (!names.isEmpty()) {
      onDelete.run();
    }
  }

  /** Takes the names that are to be deleted when what no longer names them is stored. */
  List<String> take() {
    synchronized (doomed) {
      List<String> all = List.copyOf(doomed);
      doomed.clear();
      return all;
    }
  }

  /** Deletes files; those that can't be deleted now are tried again with the next change. */
  void deleteNow(List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    try {
      store.deleteFiles(sandbox, names);
    } catch (StoreException e) {
      synchronized (doomed) {
        doomed.addAll(names);
      }
    }
  }
}
