package dev.seedance.mock.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import dev.seedance.mock.OriginTable;
import dev.seedance.mock.OriginTable.Row;
import dev.seedance.mock.TestServer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages of several origins call the server as the table has it, in a real browser. */
class OriginsIT {

  /**
   * Returns the status and the id of the response, or 0 if the browser keeps it from the page.
   *
   * <p>Nothing comes out of the browser's cache, which holds results for a minute.
   */
  private static final String FETCH =
      """
      async ({url, options}) => {
        const stop = new AbortController();
        try {
          const response = await fetch(url, {...options, cache: 'no-store', signal: stop.signal});
          return {status: response.status, id: response.headers.get('X-Request-Id') ?? ''};
        } catch {
          return {status: 0, id: ''};
        } finally {
          stop.abort();
        }
      }""";

  @ParameterizedTest
  @EnumSource
  void a_page_reads_what_the_table_says(OriginTable.Page kind) throws Exception {
    try (var named = new HookReceiver();
        var unnamed = new HookReceiver();
        var server = TestServer.with("--cors-origin=" + named.origin() + "/").start();
        var chromium = new Chromium()) {
      Map<String, String> files = OriginTable.files(server.as(OriginTable.KEY));
      Page page = chromium.open(server.baseUrl(), new Browser.NewContextOptions());
      page.navigate(
          switch (kind) {
            case OWN -> "/";
            case NAMED -> named.origin();
            case UNNAMED, NULL -> unnamed.origin();
          });
      Frame frame = kind == OriginTable.Page.NULL ? sandboxed(page) : page.mainFrame();
      for (Row row : OriginTable.rows()) {
        if (row.page() == kind) {
          Map<?, ?> seen = fetch(frame, server.baseUrl(), row, files);
          assertThat(seen.get("status"))
              .as("%s", row)
              .isEqualTo(row.isReadable() ? row.status() : 0);
          assertThat(String.valueOf(seen.get("id")).startsWith("req_"))
              .as("%s", row)
              .isEqualTo(row.isReadable());
        }
      }
    }
  }

  /** Adds a frame whose pages have no origin. */
  private static Frame sandboxed(Page page) {
    page.evaluate(
        """
        () => new Promise(done => {
          const frame = document.createElement('iframe');
          frame.sandbox = 'allow-scripts';
          frame.srcdoc = 'no origin';
          frame.onload = done;
          document.body.append(frame);
        })""");
    return page.frames().get(1);
  }

  private static Map<?, ?> fetch(Frame frame, URI server, Row row, Map<String, String> files) {
    Map<String, String> headers = new HashMap<>(row.headers());
    if (row.withKey()) {
      headers.put("Authorization", "Bearer " + OriginTable.KEY);
    }
    Map<String, Object> options = new HashMap<>(Map.of("method", row.method(), "headers", headers));
    if (!row.body().isEmpty()) {
      options.put("body", row.body());
    }
    String url = server.resolve(files.getOrDefault(row.path(), row.path())).toString();
    return (Map<?, ?>) frame.evaluate(FETCH, Map.of("url", url, "options", options));
  }
}
