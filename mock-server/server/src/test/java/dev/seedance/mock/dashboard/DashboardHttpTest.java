package dev.seedance.mock.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import dev.seedance.spec.ApiSpec;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardHttpTest {

  /** The files that a page or a module loads: attributes of HTML, imports of JavaScript. */
  private static final Pattern LOADS =
      Pattern.compile(
          "(?:src|href)=\"([^:#\"]+)\"|from ?[\"']([^\"']+)[\"']|import ?[\"']([^\"']+)");

  @RegisterExtension static final TestServer server = TestServer.with();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs"})
  void a_page_needs_no_key_and_takes_nothing_from_elsewhere(String path) {
    var page = server.getWithoutKey(path);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("unsafe-eval", "http:", "https:", "*");
    assertThat(page.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(page.text()).doesNotContainPattern("<script(?![^>]*src=)|<style| on[a-z]+=| style=");
  }

  @Test
  void the_dashboard_has_no_inline_style_either() {
    assertThat(server.getWithoutKey("/").header("Content-Security-Policy"))
        .doesNotContain("unsafe");
  }

  @Test
  void every_file_that_the_pages_load_is_there() {
    Map<String, Response> loaded = load("/", "/docs");
    assertThat(loaded).allSatisfy((path, response) -> assertThat(response.status()).isEqualTo(200));
    assertThat(loaded)
        .containsKeys(
            "/dashboard/app.js",
            "/dashboard/lib/lit-html/lit-html.js",
            "/dashboard/lib/swagger-ui/swagger-ui-bundle.js");
  }

  @Test
  void no_module_knows_a_model_by_its_name() throws IOException {
    List<String> models;
    try (InputStream table = ApiSpec.capabilities(ApiSpec.defaultRevision()).openStream()) {
      models =
          List.copyOf(
              new ObjectMapper()
                  .readTree(table).at("/models").properties().stream()
                      .map(Map.Entry::getKey)
                      .toList());
    }
    assertThat(models).isNotEmpty();
    Map<String, Response> modules = load("/");
    modules.keySet().removeIf(path -> !path.endsWith(".js"));
    assertThat(modules)
        .hasSizeGreaterThan(15)
        .allSatisfy(
            (path, module) ->
                assertThat(module.text()).doesNotContain(models.toArray(String[]::new)));
  }

  @Test
  void a_file_that_did_not_change_is_not_sent_again() {
    var first = server.getWithoutKey("/dashboard/app.js");
    assertThat(first.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
    var second =
        server.send(
            server.request("/dashboard/app.js").header("If-None-Match", first.header("ETag")));
    assertThat(second.status()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }

  @Test
  void head_tells_what_get_would() {
    var head =
        server.send(server.request("/dashboard/app.css").method("HEAD", BodyPublishers.noBody()));
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Length"))
        .isEqualTo(Integer.toString(server.getWithoutKey("/dashboard/app.css").body().length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/dashboard",
        "/dashboard/",
        "/dashboard/nowhere.js",
        "/dashboard/lib",
        "/dashboard/StaticFile.class",
        "/dashboard/package-info.class",
        "/dashboard/..%2fcontrol/control-plane.yaml",
        "/dashboard/lib/..%2f..%2fcontrol/control-plane.yaml",
        "/dashboard/%2e%2e/control/control-plane.yaml",
        "/dashboard//etc/passwd",
        "/dashboard/app.js%00.css",
        "/dashboard/App.js"
      })
  void a_path_of_no_file_of_the_dashboard_is_the_api_s_404(String path) {
    var response = server.getWithoutKey(path);
    assertThat(response.status()).isEqualTo(404);
    assertThat(response.text("/error/code")).isEqualTo("not_found");
    assertThat(response.text("/error/type")).isEqualTo("not_found_error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.yaml", "/control-plane.yaml"})
  void a_document_names_this_server_only(String path) {
    String document = server.getWithoutKey(path).text();
    assertThat(document).containsPattern("\nservers:\n  - url: /\n\n?security:\n");
    assertThat(document).contains("\npaths:\n");
  }

  @Test
  void the_contract_is_there_as_json_too() throws IOException {
    var document = server.getWithoutKey("/openapi.json");
    assertThat(document.header("Content-Type")).isEqualTo("application/json");
    assertThat(document.json().at("/servers").toString()).isEqualTo("[{\"url\":\"/\"}]");
    try (InputStream original = ApiSpec.openApiJson().openStream()) {
      var expected = new ObjectMapper().readTree(original);
      assertThat(document.json().at("/paths")).isEqualTo(expected.at("/paths"));
    }
  }

  @Test
  void a_page_elsewhere_may_not_call_the_control_plane() {
    var preflight =
        server.send(
            server
                .request("/_mock/reset")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "http://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization"));
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(preflight.status()).isGreaterThanOrEqualTo(400);
  }

  /** The pages and all that they load, and what that loads. */
  private static Map<String, Response> load(String... pages) {
    Map<String, Response> loaded = new LinkedHashMap<>();
    Deque<String> wanted = new ArrayDeque<>(List.of(pages));
    while (!wanted.isEmpty()) {
      String path = wanted.remove();
      if (loaded.containsKey(path)) {
        continue;
      }
      Response response = server.getWithoutKey(path);
      loaded.put(path, response);
      boolean isOurs = !path.contains("swagger-ui-bundle");
      if (isOurs && response.header("Content-Type").matches("text/(html|javascript).*")) {
        LOADS
            .matcher(response.text())
            .results()
            .map(found -> target(path, found))
            .forEach(wanted::add);
      }
    }
    return loaded;
  }

  /** An attribute is relative to the page, an import to the module; every page lies at the root. */
  private static String target(String path, MatchResult found) {
    return found.group(1) != null
        ? URI.create("/").resolve(found.group(1)).getPath()
        : URI.create(path)
            .resolve(found.group(2) != null ? found.group(2) : found.group(3))
            .getPath();
  }
}
