package dev.seedance.mock.result;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import org.jspecify.annotations.Nullable;

/** Responds with a result file: whole, a range of it, or not at all if the caller has it. */
final class ResultResponse {

  private ResultResponse() {}

  static HttpResponse<?> of(ResultFile file, HttpHeaders headers) {
    return respond(file, headers).header(HttpHeaders.ACCEPT_RANGES, "bytes");
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
        .header(HttpHeaders.ETAG, file.etag());
  }
}
