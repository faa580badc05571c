package dev.seedance.mock.dashboard;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.CallerOrigin;
import dev.seedance.mock.http.ErrorCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/**
 * The pages for people, and the documents for their tools. None needs a key: a page holds no data,
 * but requests it from the control plane with the key that the reader types in.
 */
@Controller
final class DashboardController {

  /** Nothing from other hosts, nothing inline; only lit-html turns text into markup. */
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'; require-trusted-types-for 'script';"
          + " trusted-types lit-html";

  /** Swagger UI writes inline styles, and does not use trusted types. */
  private static final String REFERENCE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final StaticFiles files;
  private final CallerOrigin caller;

  DashboardController(StaticFiles files, CallerOrigin caller) {
    this.files = files;
    this.caller = caller;
  }

  @Get(produces = MediaType.ALL)
  HttpResponse<?> dashboard(HttpRequest<?> request) {
    return page(request, "index.html", PAGE_POLICY);
  }

  @Get(value = "/docs", produces = MediaType.ALL)
  HttpResponse<?> reference(HttpRequest<?> request) {
    return page(request, "docs.html", REFERENCE_POLICY);
  }

  @Get(value = "/dashboard/{+path}", produces = MediaType.ALL)
  HttpResponse<?> file(HttpRequest<?> request, String path) {
    return respond(request, find(request, path));
  }

  @Get(value = "/openapi.yaml", produces = MediaType.ALL)
  HttpResponse<?> openApiYaml(HttpRequest<?> request) {
    return respond(request, files.openApiYaml(caller.path(request)));
  }

  @Get(value = "/openapi.json", produces = MediaType.ALL)
  HttpResponse<?> openApiJson(HttpRequest<?> request) {
    return respond(request, files.openApiJson(caller.path(request)));
  }

  @Get(value = "/control-plane.yaml", produces = MediaType.ALL)
  HttpResponse<?> controlPlaneYaml(HttpRequest<?> request) {
    return respond(request, files.controlPlaneYaml(caller.path(request)));
  }

  private HttpResponse<?> page(HttpRequest<?> request, String name, String policy) {
    return respond(request, find(request, name)).header("Content-Security-Policy", policy);
  }

  private StaticFile find(HttpRequest<?> request, String path) {
    return files
        .find(path)
        .orElseThrow(
            () ->
                new ApiException(
                    ErrorCode.NOT_FOUND,
                    "no file " + request.getPath() + "; the dashboard starts at /"));
  }

  private static MutableHttpResponse<?> respond(HttpRequest<?> request, StaticFile file) {
    boolean known = file.etag().equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH));
    MutableHttpResponse<?> response =
        known
            ? HttpResponse.notModified()
            : HttpResponse.ok(file.content())
                .contentType(file.type())
                .contentLength(file.content().length);
    return response
        .header(HttpHeaders.ETAG, file.etag())
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Resource-Policy", "same-origin");
  }
}
