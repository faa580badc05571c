package dev.seedance.mock.upload;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The uploaded files of a whole server, in memory, oldest first.
 *
 * <p>Bounded in bytes for each sandbox and for the server: too many bytes drop the oldest files. No
 * file is written to a disk, so that none is left behind if the process dies. Thread-safe.
 */
@Singleton
final class UploadSpace {

  private record Place(String sandboxId, String name) {}

  private final long maxBytesOfSandbox;
  private final long maxBytes;
  private final Map<Place, StoredFile> files = new LinkedHashMap<>();
  private final Map<String, Long> bytesOfSandbox = new LinkedHashMap<>();
  private long bytes;

  /** Starts empty. */
  UploadSpace(OptionValues options) {
    maxBytesOfSandbox = options.get(MockOptions.MAX_UPLOAD_BYTES);
    maxBytes = options.get(MockOptions.MAX_SERVER_UPLOAD_BYTES);
  }

  /** Adds a file; one that alone is larger than a bound is dropped at once. */
  synchronized void add(String sandboxId, StoredFile file) {
    files.put(new Place(sandboxId, file.name()), file);
    count(sandboxId, file.content().length);
    while (bytesOfSandbox.getOrDefault(sandboxId, 0L) > maxBytesOfSandbox) {
      dropOldestOf(sandboxId);
    }
    while (bytes > maxBytes) {
      dropOldestOf(files.keySet().iterator().next().sandboxId());
    }
  }

  synchronized Optional<StoredFile> find(String sandboxId, String name) {
    return Optional.ofNullable(files.get(new Place(sandboxId, name)));
  }

  /** Returns the files of a sandbox, oldest first. */
  synchronized List<StoredFile> all(String sandboxId) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().sandboxId().equals(sandboxId))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Replaces the files of a sandbox, oldest first. */
  synchronized void replaceAll(String sandboxId, List<StoredFile> others) {
    clear(sandboxId);
    others.forEach(file -> add(sandboxId, file));
  }

  /** Forgets all files of a sandbox. */
  synchronized void clear(String sandboxId) {
    files.keySet().removeIf(place -> place.sandboxId().equals(sandboxId));
    bytes -= Optional.ofNullable(bytesOfSandbox.remove(sandboxId)).orElse(0L);
  }

  private void dropOldestOf(String sandboxId) {
    files.keySet().stream()
        .filter(place -> place.sandboxId().equals(sandboxId))
        .findFirst()
        .map(files::remove)
        .ifPresent(file -> count(sandboxId, -file.content().length));
  }

  private void count(String sandboxId, long change) {
    bytes += change;
    bytesOfSandbox.merge(sandboxId, change, (old, more) -> old + more == 0 ? null : old + more);
  }
}
