package dev.seedance.mock.upload;

import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/** Serves uploaded files. Their URLs need no key, like those of a content network. */
@Controller(Uploads.ROOT)
final class UploadedFileController {

  private final Uploads uploads;
  private final BeanProvider<ExecutorService> blocking;

  UploadedFileController(
      Uploads uploads, @Named(TaskExecutors.BLOCKING) BeanProvider<ExecutorService> blocking) {
    this.uploads = uploads;
    this.blocking = blocking;
  }

  @Get(value = "/{sandboxId}/{name}", produces = MediaType.ALL)
  CompletionStage<HttpResponse<byte[]>> file(String sandboxId, String name) {
    StoredFile file = uploads.find(sandboxId, name);
    return file.content().place() == null
        ? CompletableFuture.completedFuture(response(file))
        : CompletableFuture.supplyAsync(() -> response(file), blocking.get());
  }

  private static HttpResponse<byte[]> response(StoredFile file) {
    return HttpResponse.ok(file.content().bytes())
        .contentType(file.type().mimeType())
        .header("X-Content-Type-Options", "nosniff");
  }
}
