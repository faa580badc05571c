package dev.seedance.mock.upload;

import dev.seedance.mock.measure.Measure;
import dev.seedance.mock.measure.Measured;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The uploaded files of a whole server, oldest first: in memory, or with a store in that.
 *
 * <p>Bounded in bytes for each sandbox, and in memory for the server: too many bytes drop the
 * oldest files. Without a store no file is written to a disk, so that none is left behind if the
 * process dies. Thread-safe.
 */
@Singleton
final class UploadSpace implements Measured {

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

  /**
   * Adds a file; one that alone is larger than a bound is dropped at once.
   *
   * @return the files of the sandbox that are dropped for it
   */
  synchronized List<StoredFile> add(String sandboxId, StoredFile file) {
    List<StoredFile> dropped = new ArrayList<>();
    files.put(new Place(sandboxId, file.name()), file);
    count(sandboxId, file, 1);
    while (bytesOfSandbox.getOrDefault(sandboxId, 0L) > maxBytesOfSandbox) {
      dropped.add(dropOldestOf(sandboxId));
    }
    while (bytes > maxBytes) { // of files in memory; a server whose files are in a store has none
      dropOldestOf(files.keySet().iterator().next().sandboxId());
    }
    return dropped;
  }

  @Override
  public List<Measure> measures() {
    return Measure.bytes(MockOptions.MAX_SERVER_UPLOAD_BYTES.name(), this::held, maxBytes);
  }

  private synchronized long held() {
    return bytes;
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

  /** Replaces the files of a sandbox, oldest first; returns those for which there is no room. */
  synchronized List<StoredFile> replaceAll(String sandboxId, List<StoredFile> others) {
    clear(sandboxId);
    return others.stream().flatMap(file -> add(sandboxId, file).stream()).toList();
  }

  /** Forgets all files of a sandbox. */
  synchronized void clear(String sandboxId) {
    all(sandboxId).forEach(file -> bytes -= file.content().held());
    files.keySet().removeIf(place -> place.sandboxId().equals(sandboxId));
    bytesOfSandbox.remove(sandboxId);
  }

  private StoredFile dropOldestOf(String sandboxId) {
    Place oldest =
        files.keySet().stream()
            .filter(place -> place.sandboxId().equals(sandboxId))
            .findFirst()
            .orElseThrow();
    StoredFile dropped = Objects.requireNonNull(files.remove(oldest));
    count(sandboxId, dropped, -1);
    return dropped;
  }

  private void count(String sandboxId, StoredFile file, int sign) {
    bytes += (long) sign * file.content().held();
    long change = (long) sign * file.content().length();
    bytesOfSandbox.merge(sandboxId, change, (old, more) -> old + more == 0 ? null : old + more);
  }
}
