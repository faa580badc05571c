package dev.seedance.mock.journal;

import dev.seedance.mock.http.netty.HeadRequests;
import dev.seedance.spec.text.ShownText;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A call as the journal keeps it. It becomes an entry when the journal is read, which most calls
 * never see: sorting and naming the headers of each takes a tenth of a submit.
 *
 * @param size about the bytes that it takes
 * @param call the entry, secrets redacted
 */
record RecordedCall(long size, Supplier<JournalEntry.Call> call) {

  /** The length of a body that is kept, in bytes. */
  private static final int MAX_EXCERPT = 4_096;

  private record Header(CharSequence name, CharSequence value) {}

  static RecordedCall of(JournalEntry.Call call) {
    long size = size(call.path(), call.query(), call.body());
    for (var header : call.headers().entrySet()) {
      for (String value : header.getValue()) {
        size += header.getKey().length() + value.length();
      }
    }
    return new RecordedCall(size, () -> call);
  }

  static RecordedCall of(Instant at, HttpRequest<?> request, int status, String requestId) {
    var sent = ((NettyHttpRequest<?>) request).getNativeRequest();
    String method = HeadRequests.methodOf(sent);
    String path = request.getPath();
    String query = Redaction.query(query(sent.uri()));
    String body = excerpt(request);
    long bodyBytes = request.getContentLength();
    List<Header> headers = headers(sent.headers());
    long size = size(path, query, body);
    for (Header header : headers) {
      size += header.name().length() + header.value().length();
    }
    return new RecordedCall(
        size,
        () ->
            new JournalEntry.Call(
                at.toString(),
                method,
                path,
                query,
                byName(headers),
                body,
                bodyBytes,
                status,
                requestId));
  }

  /** About the size without the headers; an entry takes some 200 bytes besides its text. */
  private static long size(String path, String query, String body) {
    return 200L + path.length() + query.length() + body.length();
  }

  private static String query(String uri) {
    int mark = uri.indexOf('?');
    return mark < 0 ? "" : uri.substring(mark + 1);
  }

  private static List<Header> headers(HttpHeaders sent) {
    List<Header> headers = new ArrayList<>(sent.size());
    for (var all = sent.iteratorCharSequence(); all.hasNext(); ) {
      Map.Entry<CharSequence, CharSequence> header = all.next();
      headers.add(
          new Header(header.getKey(), Redaction.header(header.getKey(), header.getValue())));
    }
    return headers;
  }

  private static Map<String, List<String>> byName(List<Header> headers) {
    Map<String, List<String>> byName = new TreeMap<>();
    for (Header header : headers) {
      byName
          .computeIfAbsent(
              header.name().toString().toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
          .add(header.value().toString());
    }
    return byName;
  }

  private static String excerpt(HttpRequest<?> request) {
    return request.getBody().orElse(null) instanceof byte[] body
        ? ShownText.beginning(body, MAX_EXCERPT)
        : "";
  }
}
