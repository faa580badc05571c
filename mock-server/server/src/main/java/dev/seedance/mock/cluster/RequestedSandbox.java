package dev.seedance.mock.cluster;

import dev.seedance.mock.http.ApiKeys;
import dev.seedance.mock.http.OriginPolicy;
import dev.seedance.mock.http.SandboxNeed;
import dev.seedance.mock.sandbox.Sandboxes;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the sandbox that a request asks for, by its path or by its key. */
final class RequestedSandbox {

  private static final List<String> FILES =
      List.of(OriginPolicy.RESULTS + "/", OriginPolicy.UPLOADS + "/");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

  private final ApiKeys keys;
  private final Sandboxes sandboxes;

  RequestedSandbox(ApiKeys keys, Sandboxes sandboxes) {
    this.keys = keys;
    this.sandboxes = sandboxes;
  }

  /**
   * Returns the key on whose sandbox a request works; null if it works on none, or on that of its
   * path.
   */
  @Nullable String keyOf(HttpRequest request) {
    String authorization = request.headers().get(HttpHeaderNames.AUTHORIZATION);
    return authorization != null && needsKey(request.uri()) ? keys.find(authorization) : null;
  }

  private static boolean needsKey(String uri) {
    return !uri.startsWith(FILES.get(0))
        && !uri.startsWith(FILES.get(1))
        && SandboxNeed.of(uri) == SandboxNeed.ALWAYS;
  }

  /** Returns the sandbox of a key. */
  Wanted ofKey(String key) {
    var name = sandboxes.identify(key);
    return new Wanted(name.id(), key, name.seed());
  }

  /** Returns the sandbox of a file's path; null if the path is no such. */
  static @Nullable Wanted ofPath(HttpRequest request) {
    String path = path(request.uri());
    for (String root : FILES) {
      if (path.startsWith(root)) {
        int end = path.indexOf('/', root.length());
        String id = end < 0 ? "" : path.substring(root.length(), end);
        return ID.matcher(id).matches() ? new Wanted(id, null, null) : null;
      }
    }
    return null;
  }

  private static String path(String uri) {
    boolean plain = uri.startsWith("/") && uri.indexOf('%') < 0;
    return plain ? uri : new QueryStringDecoder(uri).path();
  }
}
