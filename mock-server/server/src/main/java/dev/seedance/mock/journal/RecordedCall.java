package dev.seedance.mock.journal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A call as the journal holds it: what the server had at hand anyway, secrets taken out. It becomes
 * a {@link JournalEntry} when somebody reads the journal, which most calls never see.
 */
record RecordedCall(
    Instant at,
    String method,
    String path,
    String query,
    List<Header> headers,
    String body,
    long bodyBytes,
    int status,
    String requestId) {

  /** How much of a body is kept. */
  private static final int MAX_EXCERPT = 4_096;

  /** About what a call takes besides its text. */
  private static final long OVERHEAD = 200;

  private record Header(CharSequence name, CharSequence value) {

    String lowerCaseName() {
      return name.toString().toLowerCase(Locale.ROOT);
    }
  }

  static RecordedCall of(Instant at, HttpRequest<?> request, int status, String requestId) {
    var sent = ((NettyHttpRequest<?>) request).getNativeRequest();
    String query = Redaction.query(query(sent.uri()));
    List<Header> headers = headers(sent.headers());
    String body = excerpt(request);
    return new RecordedCall(
        at,
        request.getMethodName(),
        request.getPath(),
        query,
        headers,
        body,
        request.getContentLength(),
        status,
        requestId);
  }

  /** A call that was an entry before. */
  static RecordedCall of(JournalEntry.Call call) {
    List<Header> headers = new ArrayList<>();
    call.headers()
        .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
    return new RecordedCall(
        Instant.parse(call.at()),
        call.method(),
        call.path(),
        call.query(),
        headers,
        call.body(),
        call.bodyBytes(),
        call.status(),
        call.requestId());
  }

  /** About how many bytes it takes. */
  long size() {
    long size = OVERHEAD + path.length() + query.length() + body.length();
    for (Header header : headers) {
      size += header.name().length();
      size += header.value().length();
    }
    return size;
  }

  JournalEntry entry(long number) {
    Map<String, List<String>> byName = new TreeMap<>();
    for (Header header : headers) {
      byName
          .computeIfAbsent(header.lowerCaseName(), name -> new ArrayList<>())
          .add(header.value().toString());
    }
    return new JournalEntry(
        number,
        new JournalEntry.Call(
            at.toString(), method, path, query, byName, body, bodyBytes, status, requestId));
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

  private static String excerpt(HttpRequest<?> request) {
    return request.getBody().orElse(null) instanceof byte[] body
        ? new String(body, 0, Math.min(body.length, MAX_EXCERPT), StandardCharsets.UTF_8)
        : "";
  }
}
