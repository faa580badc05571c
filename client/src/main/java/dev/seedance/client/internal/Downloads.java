package dev.seedance.client.internal;

import dev.seedance.client.error.ResultExpiredException;
import dev.seedance.client.error.ResultMissingException;
import dev.seedance.client.error.SeedanceIoException;
import dev.seedance.client.model.GenerationTask;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Downloads results: into a temporary file beside the target, which takes its name when whole. */
public final class Downloads {

  private final HttpClient http;

  /** Uses the client's connections. */
  public Downloads(HttpClient http) {
    this.http = http;
  }

  /** The video of a completed task. */
  public CompletableFuture<Path> video(GenerationTask task, Path target) {
    if (!TaskPoll.hasVideo(task)) {
      throw new ResultMissingException(task);
    }
    URI address = URI.create(task.getResult().getData().get(0).getUrl());
    Path part = temporary(target.toAbsolutePath());
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build();
    return http.sendAsync(
            request,
            head ->
                head.statusCode() == 200
                    ? BodySubscribers.ofFile(part)
                    : BodySubscribers.replacing(part))
        .orTimeout(15, TimeUnit.MINUTES)
        .handle(
            (response, failure) -> {
              try {
                if (failure != null) {
                  throw new SeedanceIoException("the download broke: " + failure, failure);
                }
                return finish(task, response, target.toAbsolutePath());
              } catch (IOException e) {
                throw new SeedanceIoException(target + " can't be written: " + e, e);
              } finally {
                deleteQuietly(part);
              }
            });
  }

  private static Path finish(GenerationTask task, HttpResponse<Path> response, Path target)
      throws IOException {
    if (response.statusCode() == 410) {
      throw new ResultExpiredException("the link to the video of " + task.getId() + " has expired");
    }
    if (response.statusCode() != 200) {
      throw new SeedanceIoException("the file server answers " + response.statusCode(), null);
    }
    return Files.move(
        response.body(),
        target,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path temporary(Path target) {
    try {
      Files.createDirectories(target.getParent());
      return Files.createTempFile(target.getParent(), target.getFileName() + ".", ".part");
    } catch (IOException e) {
      throw new SeedanceIoException(target + " can't be written: " + e, e);
    }
  }

  private static void deleteQuietly(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      System.getLogger("dev.seedance.client").log(System.Logger.Level.DEBUG, "stays behind", e);
    }
  }
}
