package dev.seedance.mock.upload;

import dev.seedance.mock.http.Envelope;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The uploads of images, videos and audios: section 5 of the contract. */
@Controller(value = "/v1/uploads", consumes = MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class UploadController {

  private final Uploads uploads;

  UploadController(Uploads uploads) {
    this.uploads = uploads;
  }

  @Post("/images")
  Envelope<UploadResponse> image(
      HttpRequest<?> request, Sandbox sandbox, @Nullable @Body InputStream body) {
    return Envelope.of(uploads.store(UploadKind.IMAGE, body, sandbox, request));
  }

  @Post("/videos")
  Envelope<UploadResponse> video(
      HttpRequest<?> request, Sandbox sandbox, @Nullable @Body InputStream body) {
    return Envelope.of(uploads.store(UploadKind.VIDEO, body, sandbox, request));
  }

  @Post("/audios")
  Envelope<UploadResponse> audio(
      HttpRequest<?> request, Sandbox sandbox, @Nullable @Body InputStream body) {
    return Envelope.of(uploads.store(UploadKind.AUDIO, body, sandbox, request));
  }
}
