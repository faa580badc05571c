package dev.seedance.mock.result;

import dev.seedance.mock.http.HttpDate;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import org.jspecify.annotations.Nullable;

/** Responds with a result file: whole, a range of it, or not at all if the caller has it. */
final class ResultResponse {

  /** The date that Micronaut would compare; its own have days of one digit. */
  private static final long NO_DATE = Long.MIN_VALUE;

  private ResultResponse() {}

  static HttpResponse<?> of(ResultFile file, HttpHeaders headers) {
    return respond(file, headers).header(HttpHeaders.ACCEPT_RANGES, "bytes");
  }

  private static MutableHttpResponse<?> respond(ResultFile file, HttpHeaders headers) {
    if (isKnown(file, headers)) {
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

  private static boolean isKnown(ResultFile file, HttpHeaders headers) {
    String tag = headers.get(HttpHeaders.IF_NONE_MATCH);
    String date = HttpDate.of(file.dates().completed());
    return tag == null
        ? date.equals(headers.get(HttpHeaders.IF_MODIFIED_SINCE))
        : tag.equals(file.etag());
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
        .body(new StreamedFile(file.content().apply(range), file.type(), NO_DATE, range.length()))
        .header(HttpHeaders.ETAG, file.etag())
        .header(HttpHeaders.DATE, HttpDate.of(file.dates().now()))
        .header(HttpHeaders.LAST_MODIFIED, HttpDate.of(file.dates().completed()))
        .header(HttpHeaders.EXPIRES, HttpDate.of(file.dates().expires()));
  }
}
