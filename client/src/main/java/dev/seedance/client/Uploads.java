package dev.seedance.client;

import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.internal.Futures;
import dev.seedance.client.model.UploadedFile;
import java.nio.file.Path;

/** Uploads local files, so that a request can name them. */
public final class Uploads {

  private final AsyncUploads async;

  Uploads(AsyncUploads async) {
    this.async = async;
  }

  /**
   * Uploads an image (up to 10 MB), a video or an audio (up to 50 MB each). Never retried: a second
   * try would leave a second file.
   *
   * @param file a file whose name ends as one of the {@link MediaFormat}s
   * @return the stored file; give its {@code url} in a request
   * @throws IllegalArgumentException if the format or the size does not fit
   * @throws SeedanceException if the file can't be read or is refused
   */
  public UploadedFile file(Path file) {
    return Futures.join(async.file(file));
  }
}
