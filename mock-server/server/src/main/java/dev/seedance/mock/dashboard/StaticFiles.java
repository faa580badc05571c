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
import java.util.function.Supplier;
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

  /** Returns the contract with this server in place of the provider. */
  StaticFile openApiYaml() {
    return document("openapi.yaml", () -> hereAsYaml(ApiSpec.openApiYaml()));
  }

  /** Returns the contract as JSON. */
  StaticFile openApiJson() {
    return document("openapi.json", () -> hereAsJson(ApiSpec.openApiJson()));
  }

  /** Returns the description of the control plane. */
  StaticFile controlPlaneYaml() {
    URL document = StaticFiles.class.getResource("/dev/seedance/mock/control/control-plane.yaml");
    return document(
        "control-plane.yaml",
        () -> hereAsYaml(Objects.requireNonNull(document, "no control-plane.yaml")));
  }

  private StaticFile document(String name, Supplier<byte[]> content) {
    return files.computeIfAbsent("/" + name, path -> StaticFile.of(name, content.get()));
  }

  private static byte[] hereAsYaml(URL document) {
    String text = new String(bytes(document), StandardCharsets.UTF_8);
    return SERVERS
        .matcher(text)
        .replaceFirst("servers:\n  - url: /\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hereAsJson(URL document) {
    try {
      var json = new ObjectMapper();
      var root = (ObjectNode) json.readTree(bytes(document));
      root.putArray("servers").addObject().put("url", "/");
      return json.writeValueAsBytes(root);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + document, e);
    }
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
