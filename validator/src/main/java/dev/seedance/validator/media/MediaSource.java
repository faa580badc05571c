package dev.seedance.validator.media;

import dev.seedance.validator.media.format.UnreadableMediaException;
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
