package dev.seedance.validator.media;

import dev.seedance.validator.media.format.UnreadableMediaException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files of this machine, by name or as {@code file:} URL. Opens regular files alone. */
public final class LocalFiles implements MediaSource {

  private static final String FILE = "file:";

  private final Path folder;

  /** Finds files whose names are relative in this folder. */
  public LocalFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public @Nullable Medium find(String url, long maxBytes) throws UnreadableMediaException {
    Path file = path(url);
    if (file == null || !Files.isRegularFile(file)) {
      return null;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(Math.toIntExact(maxBytes + 1));
      return new Medium(content, Math.max(content.length, Files.size(file)));
    } catch (IOException e) {
      throw UnreadableMediaException.file(e.getClass().getSimpleName());
    }
  }

  private @Nullable Path path(String url) {
    try {
      return folder.resolve(url.startsWith(FILE) ? Path.of(URI.create(url)) : Path.of(url));
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return null;
    }
  }
}
