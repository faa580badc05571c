package dev.seedance.mock.dashboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.spec.ApiSpec;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of the dashboard and the documents that describe the server, each read at its first
 * request. Thread-safe.
 */
@Singleton
final class StaticFiles {

  /** No segment begins with a dot: a path can't leave its folder. */
  private static final Pattern PATH =
      Pattern.compile("(?:[a-z0-9][a-z0-9-]{0,40}/){0,3}[a-z0-9][a-z0-9.-]{0,40}");

  /** The servers of a specification, up to the next member at the top level. */
  private static final Pattern SERVERS = Pattern.compile("(?m)^servers:\\n(?:[ -].*\\n)+");

  private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

  /** Finds a file of the dashboard by its path below this package; empty if there is none. */
  Optional<StaticFile> find(String path) {
    return PATH.matcher(path).matches()
        ? Optional.ofNullable(files.computeIfAbsent(path, StaticFiles::read))
        : Optional.empty();
  }

  /**
   * Returns the contract with this server in place of the provider.
   *
   * @param server its URL, relative to the document's host: {@code /} or a proxy's prefix
   */
  StaticFile openApiYaml(String server) {
    return yaml("openapi.yaml", ApiSpec.openApiYaml(), server);
  }

  /** Returns the same as JSON. */
  StaticFile openApiJson(String server) {
    URL document = ApiSpec.openApiJson();
    try {
      var json = new ObjectMapper();
      var root = (ObjectNode) json.readTree(bytes(document));
      root.putArray("servers").addObject().put("url", server);
      return StaticFile.of("openapi.json", json.writeValueAsBytes(root));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + document, e);
    }
  }

  /** Returns the description of the control plane, with this server in it too. */
  StaticFile controlPlaneYaml(String server) {
    URL document = StaticFiles.class.getResource("/dev/seedance/mock/control/control-plane.yaml");
    return yaml(
        "control-plane.yaml", Objects.requireNonNull(document, "no control-plane.yaml"), server);
  }

  private static StaticFile yaml(String name, URL document, String server) {
    String servers = Matcher.quoteReplacement("servers:\n  - url: " + server + "\n");
    String text = new String(bytes(document), StandardCharsets.UTF_8);
    String here = SERVERS.matcher(text).replaceFirst(servers);
    return StaticFile.of(name, here.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable StaticFile read(String path) {
    URL file = StaticFiles.class.getResource(path);
    return file == null || !StaticFile.isServed(path) ? null : StaticFile.of(path, bytes(file));
  }

  private static byte[] bytes(URL file) {
    try (InputStream in = file.openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }
}
