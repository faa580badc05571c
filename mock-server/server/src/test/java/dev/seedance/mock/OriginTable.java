package dev.seedance.mock;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The pages of which origins may send which requests, and read the responses.
 *
 * <p>One test sends them as a browser does, another is a browser.
 */
public final class OriginTable {

  /** The key of all calls. */
  public static final String KEY = "key-of-pages";

  /** The origin of a page, in relation to the server. */
  public enum Page {
    /** The server itself. */
    OWN,
    /** Named with {@code --cors-origin}. */
    NAMED,
    /** On this machine too, and not named. */
    UNNAMED,
    /** A sandboxed frame or a local file. */
    NULL
  }

  /**
   * One request of a page.
   *
   * @param path may begin with {@code RESULT} or {@code UPLOAD}, which stand for files
   * @param headers beside the key
   * @param status the expected status; 403 if the page may not send the request
   */
  public record Row(
      Page page,
      String method,
      String path,
      boolean withKey,
      Map<String, String> headers,
      String body,
      int status) {

    /** Tells if the page may read the response. */
    public boolean isReadable() {
      return status != 403;
    }
  }

  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final String SUBMIT = "{\"model\":\"seedance-2\",\"prompt\":\"A lighthouse\"}";

  private OriginTable() {}

  /** Submits a task and uploads a file; returns what RESULT and UPLOAD stand for. */
  public static Map<String, String> files(Calls server) {
    String done = SUBMIT.replace("A light", "[mock:instant] A light");
    String id = server.submit(done).text("/id");
    String result = server.poll(id).text("/result/data/0/url");
    String upload =
        server
            .send(
                server
                    .keyed("/v1/uploads/images")
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(
                        BodyPublishers.ofString(
                            String.join(
                                "\r\n",
                                "--b",
                                "Content-Disposition: form-data; name=\"file\"; filename=\"a\"",
                                "",
                                "GIF89a......",
                                "--b--"))))
            .text("/data/url");
    return Map.of("RESULT", result, "UPLOAD", upload);
  }

  /** Returns all rows. */
  public static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Page page : Page.values()) {
      publicFiles(page).forEach(rows::add);
      boolean mayCall = page == Page.OWN || page == Page.NAMED;
      everythingElse(page).map(row -> mayCall ? row : withStatus(row, 403)).forEach(rows::add);
    }
    return rows;
  }

  private static Stream<Row> publicFiles(Page page) {
    return Stream.of(
        row(page, "GET", "RESULT", false, Map.of(), "", 200),
        row(page, "GET", "RESULT", true, Map.of(), "", 200),
        row(page, "GET", "RESULT", false, Map.of("Range", "bytes=0-9"), "", 206),
        row(page, "GET", "RESULT", false, Map.of("Range", "bytes=99999999-"), "", 416),
        row(page, "HEAD", "RESULT", false, Map.of(), "", 200),
        row(page, "GET", "UPLOAD", false, Map.of(), "", 200),
        row(page, "HEAD", "UPLOAD", false, Map.of(), "", 200),
        row(page, "GET", "/files/a/b/0.mp4", false, Map.of(), "", 404),
        row(page, "GET", "/uploads/a/b", false, Map.of(), "", 404),
        row(page, "DELETE", "RESULT", false, Map.of(), "", 405));
  }

  private static Stream<Row> everythingElse(Page page) {
    String submit = Calls.GENERATIONS;
    return Stream.of(
        row(page, "POST", submit, true, JSON, SUBMIT, 200),
        row(page, "POST", submit, true, Map.of("Content-Type", "text/plain"), SUBMIT, 200),
        row(page, "POST", submit, true, JSON, "{}", 400),
        row(page, "POST", submit, false, JSON, SUBMIT, 401),
        row(page, "GET", submit + "/unknown", true, Map.of(), "", 404),
        row(page, "HEAD", submit + "/unknown", true, Map.of(), "", 404),
        row(page, "GET", "/v1/balance", true, Map.of("X-Anything", "1"), "", 200),
        row(page, "GET", "/v1/balance", false, Map.of(), "", 401),
        row(page, "DELETE", "/v1/balance", true, Map.of(), "", 405),
        row(page, "PATCH", "/v1/balance", true, JSON, "{}", 405),
        row(page, "OPTIONS", "/v1/balance", true, Map.of(), "", 405),
        row(page, "POST", "/v1/uploads/images", true, JSON, "{}", 400),
        row(page, "GET", "/v1/nowhere", true, Map.of(), "", 404),
        row(page, "GET", "/nowhere", false, Map.of(), "", 404),
        row(page, "GET", "/_mock/health", false, Map.of(), "", 200),
        row(page, "GET", "/_mock/events", true, Map.of(), "", 200),
        row(page, "PUT", "/_mock/clock", true, JSON, "{\"mode\":\"real\"}", 200),
        row(page, "POST", "/_mock/reset", false, Map.of(), "", 401),
        row(page, "GET", "/", false, Map.of(), "", 200),
        row(page, "GET", "/docs", false, Map.of(), "", 200),
        row(page, "GET", "/dashboard/app.js", false, Map.of(), "", 200),
        row(page, "GET", "/openapi.yaml", false, Map.of(), "", 200));
  }

  private static Row row(
      Page page,
      String method,
      String path,
      boolean withKey,
      Map<String, String> headers,
      String body,
      int status) {
    return new Row(page, method, path, withKey, headers, body, status);
  }

  private static Row withStatus(Row row, int status) {
    return row(row.page, row.method, row.path, row.withKey, row.headers, row.body, status);
  }
}
