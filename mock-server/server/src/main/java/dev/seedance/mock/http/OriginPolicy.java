package dev.seedance.mock.http;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.options.WebOrigin;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which web pages may call the server. No other place does.
 *
 * <p>Files of results and uploads are public, like those of a content network. All else is for the
 * server's own pages and those of the origins that the options name. A program that is no browser
 * sends no {@code Origin} and is not concerned.
 */
@Singleton
public final class OriginPolicy {

  /** The path of all result files. */
  public static final String RESULTS = "/files";

  /** The path of all uploaded files. */
  public static final String UPLOADS = "/uploads";

  private static final List<String> PUBLIC = List.of(RESULTS + "/", UPLOADS + "/");
  private static final String ANY = "*";

  private final Set<String> named;

  private final CallerOrigin caller;

  OriginPolicy(OptionValues options, CallerOrigin caller) {
    this.caller = caller;
    this.named =
        options.get(MockOptions.CORS_ORIGINS).stream()
            .map(WebOrigin::toString)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Tells if a request may be served. */
  public boolean admits(HttpRequest<?> request) {
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    return origin == null
        || isPublic(request.getPath())
        || named.contains(origin)
        || isOwn(origin, request.getHeaders().get(HttpHeaders.HOST))
        || caller.isOrigin(origin, request);
  }

  /**
   * Returns the value of {@code Access-Control-Allow-Origin}; null if pages of other origins may
   * not read the response.
   */
  public @Nullable String readers(@Nullable String origin, String path) {
    if (isPublic(path)) {
      return ANY;
    }
    return origin != null && named.contains(origin) ? origin : null;
  }

  /** Tells if the response to this path depends on the header {@code Origin}. */
  public boolean varies(@Nullable String origin, String path) {
    return !isPublic(path) && (origin != null || !named.isEmpty());
  }

  private static boolean isPublic(String path) {
    return path.startsWith(PUBLIC.get(0)) || path.startsWith(PUBLIC.get(1));
  }

  /** Tells if the page came from the server itself, behind a proxy with TLS too. */
  private static boolean isOwn(String origin, @Nullable String host) {
    String scheme = origin.startsWith("https://") ? "https://" : "http://";
    String ownPort = scheme.equals("https://") ? ":443" : ":80";
    return host != null
        && origin.startsWith(scheme)
        && origin
            .substring(scheme.length())
            .equals(withoutEnd(host.toLowerCase(Locale.ROOT), ownPort));
  }

  private static String withoutEnd(String text, String end) {
    return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
  }
}
