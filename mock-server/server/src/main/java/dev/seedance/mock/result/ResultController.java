package dev.seedance.mock.result;

import dev.seedance.mock.generation.ResultLinks;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** Serves result files, whole or in ranges. No key is needed, as in a content network. */
@Controller(ResultLinks.ROOT)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ResultController {

  private final ResultFiles files;

  ResultController(ResultFiles files) {
    this.files = files;
  }

  @Get(value = "/{sandboxId}/{taskId}/{name}", produces = MediaType.ALL)
  HttpResponse<?> file(HttpRequest<?> request, String sandboxId, String taskId, String name) {
    return withCommonHeaders(respond(files.find(sandboxId, taskId, name), request.getHeaders()));
  }

  private static MutableHttpResponse<?> respond(ResultFile file, HttpHeaders headers) {
    if (file.etag().equals(headers.get(HttpHeaders.IF_NONE_MATCH))) {
      return HttpResponse.notModified().header(HttpHeaders.ETAG, file.etag());
    }
    ByteRange range = range(file, headers);
    if (range == null) {
      return content(HttpResponse.ok(), file, ByteRange.whole(file.length()));
    }
    if (!range.isSatisfiable()) {
      return HttpResponse.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
          .header(HttpHeaders.CONTENT_RANGE, "bytes */" + file.length());
    }
    return content(HttpResponse.status(HttpStatus.PARTIAL_CONTENT), file, range)
        .header(HttpHeaders.CONTENT_RANGE, range.contentRange(file.length()));
  }

  /** Returns the range in the request; null if the whole file is to be sent. */
  private static @Nullable ByteRange range(ResultFile file, HttpHeaders headers) {
    String range = headers.get(HttpHeaders.RANGE);
    String condition = headers.get(HttpHeaders.IF_RANGE);
    if (range == null || (condition != null && !condition.equals(file.etag()))) {
      return null;
    }
    return ByteRange.parse(range, file.length()).orElse(null);
  }

  private static MutableHttpResponse<?> content(
      MutableHttpResponse<?> response, ResultFile file, ByteRange range) {
    return response
        .body(new StreamedFile(file.content().apply(range), file.type(), 0, range.length()))
        .contentLength(range.length()) // the response to HEAD has no body to measure
        .header(HttpHeaders.ETAG, file.etag());
  }

  private static HttpResponse<?> withCommonHeaders(MutableHttpResponse<?> response) {
    return response
        .header(HttpHeaders.ACCEPT_RANGES, "bytes")
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Content-Range, Content-Length, ETag");
  }
}
