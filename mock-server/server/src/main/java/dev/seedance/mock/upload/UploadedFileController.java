package dev.seedance.mock.upload;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Serves uploaded files. Their URLs need no key, like those of a content network. */
@Controller(Uploads.ROOT)
final class UploadedFileController {

  private final Uploads uploads;

  UploadedFileController(Uploads uploads) {
    this.uploads = uploads;
  }

  @Get(value = "/{sandboxId}/{name}", produces = MediaType.ALL)
  HttpResponse<byte[]> file(String sandboxId, String name) {
    StoredFile file = uploads.find(sandboxId, name);
    return HttpResponse.ok(file.content())
        .contentType(file.type().mimeType())
        .header("X-Content-Type-Options", "nosniff");
  }
}
