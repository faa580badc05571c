package dev.seedance.validator.media;

import dev.seedance.spec.http.RemoteFiles;
import dev.seedance.validator.media.format.UnreadableMediaException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A place to get files from. */
@FunctionalInterface
public interface MediaSource {

  /**
   * Gets a file.
   *
   * @param url as the request names it
   * @param maxBytes the most bytes that are of use; one more tells that there are more
   * @return {@code null} if files of that name are not of this source
   * @throws UnreadableMediaException if the file is of this source and can't be got
   */
  @Nullable Medium find(String url, long maxBytes) throws UnreadableMediaException;

  /**
   * Finds local files, files that a request carries itself, and those of other servers.
   *
   * @param folder of names that are relative
   * @param remote the way to files of other servers; {@code null} to leave them out
   */
  static MediaSource of(Path folder, @Nullable RemoteFiles remote) {
    MediaSource here = firstOf(new LocalFiles(folder), new DataUrls());
    return remote == null ? here : firstOf(here, new RemoteMedia(remote));
  }

  /** Asks the sources in turn. */
  static MediaSource firstOf(MediaSource... sources) {
    return (url, maxBytes) -> {
      for (MediaSource source : sources) {
        Medium medium = source.find(url, maxBytes);
        if (medium != null) {
          return medium;
        }
      }
      return null;
    };
  }
}
