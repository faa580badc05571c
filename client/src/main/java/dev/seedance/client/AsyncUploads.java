package dev.seedance.client;

import dev.seedance.client.MediaFormat.Kind;
import dev.seedance.client.api.UploadsApi;
import dev.seedance.client.error.SeedanceIoException;
import dev.seedance.client.internal.Futures;
import dev.seedance.client.invoker.Operation;
import dev.seedance.client.model.UploadResponse;
import dev.seedance.client.model.UploadedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Uploads for callers whose threads must not wait: {@link SeedanceAsyncClient#uploads()}. */
public final class AsyncUploads {

  private final Calls calls;

  AsyncUploads(Calls calls) {
    this.calls = calls;
  }

  /** As {@link Uploads#file}. */
  public CompletableFuture<UploadedFile> file(Path file) {
    return Futures.starting(
        () -> {
          Kind kind = MediaFormat.required(file).kind();
          requireFitting(file, kind);
          Operation<UploadResponse> operation =
              switch (kind) {
                case IMAGE -> UploadsApi.uploadImage(file, null);
                case VIDEO -> UploadsApi.uploadVideo(file, null);
                case AUDIO -> UploadsApi.uploadAudio(file, null);
              };
          return Futures.map(calls.once(operation), UploadResponse::getData);
        });
  }

  private static void requireFitting(Path file, Kind kind) {
    long size;
    try {
      size = Files.size(file);
    } catch (IOException e) {
      throw new SeedanceIoException(file + " can't be read; is it there?", e);
    }
    if (size == 0 || size > kind.maxBytes()) {
      throw new IllegalArgumentException(
          "%s has %d bytes; an upload must have 1 to %d".formatted(file, size, kind.maxBytes()));
    }
  }
}
