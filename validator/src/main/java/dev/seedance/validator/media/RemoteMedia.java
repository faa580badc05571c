package dev.seedance.validator.media;

import dev.seedance.spec.cli.ConnectionFault;
import dev.seedance.spec.http.HttpUrl;
import dev.seedance.spec.http.RemoteFiles;
import dev.seedance.validator.media.format.UnreadableMediaException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Files of other servers, by http and https URLs. */
public final class RemoteMedia implements MediaSource {

  private final RemoteFiles files;

  /** Gets files that way. */
  public RemoteMedia(RemoteFiles files) {
    this.files = files;
  }

  @Override
  public @Nullable Medium find(String url, long maxBytes) throws UnreadableMediaException {
    HttpUrl address = HttpUrl.parse(url);
    if (address == null) {
      return null;
    }
    try {
      RemoteFiles.Content content = files.get(address, maxBytes);
      if (!content.isOk()) {
        throw UnreadableMediaException.status(content.status());
      }
      return new Medium(content.bytes(), content.size());
    } catch (IOException e) {
      throw UnreadableMediaException.connection(
          ConnectionFault.of(e).map(ConnectionFault::words).orElse(String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw UnreadableMediaException.connection("interrupted");
    }
  }
}
