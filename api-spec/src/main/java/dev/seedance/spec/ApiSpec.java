package dev.seedance.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Properties;

/**
 * Hands out the documents of the contract that travel in this jar.
 *
 * <p>Stateless and thread-safe. Every document is UTF-8; each call reads it anew, so keep what you
 * parse. A document that is missing from the jar is a broken build and throws {@link
 * IllegalStateException}.
 */
public final class ApiSpec {

  /** The name of the newest revision that this jar knows, wherever a revision is named. */
  public static final String LATEST = "latest";

  /** Names of the capability tables, oldest first: one a revision of the provider's page. */
  private static final List<String> REVISIONS;

  private static final String DEFAULT_REVISION;

  /** Names of the files of conformance vectors. */
  private static final List<String> VECTORS;

  static {
    Properties index = properties("index.properties");
    REVISIONS = List.of(index.getProperty("revisions").split(",", -1));
    DEFAULT_REVISION = index.getProperty("default");
    VECTORS = List.of(index.getProperty("vectors").split(",", -1));
  }

  private ApiSpec() {}

  /** Returns the OpenAPI 3.0.3 document, as written by hand. */
  public static URL openApiYaml() {
    return resource("openapi.yaml");
  }

  /** Returns the same document as JSON. */
  public static URL openApiJson() {
    return resource("openapi.json");
  }

  /**
   * Returns the revisions of the contract that this jar knows, oldest first, such as {@code
   * 2026-06}.
   */
  public static List<String> revisions() {
    return REVISIONS;
  }

  /** Returns the revision that applies if none is asked for. */
  public static String defaultRevision() {
    return DEFAULT_REVISION;
  }

  /**
   * Resolves the name of a revision.
   *
   * @param name one of {@link #revisions()}, or {@link #LATEST} for the newest of them
   * @return one of {@link #revisions()}
   * @throws IllegalArgumentException if the name is not known; the message lists those that are
   */
  public static String revision(String name) {
    String revision = name.equals(LATEST) ? REVISIONS.get(REVISIONS.size() - 1) : name;
    if (!REVISIONS.contains(revision)) {
      throw new IllegalArgumentException(
          "unknown contract revision '"
              + name
              + "'; known: "
              + String.join(", ", REVISIONS)
              + ", "
              + LATEST);
    }
    return revision;
  }

  /**
   * Returns the capability table of a revision: what each model allows, as JSON.
   *
   * @param revision one of {@link #revisions()}, or {@link #LATEST}
   * @throws IllegalArgumentException if the revision is not known; the message lists those that are
   */
  public static URL capabilities(String revision) {
    return resource("capabilities/" + revision(revision) + ".json");
  }

  /**
   * Returns the JSON Schema (2020-12) of a generation request under a revision: every rule that a
   * schema can express. Its {@code x-rules-not-expressed} lists the others, with the reason.
   *
   * @param revision one of {@link #revisions()}, or {@link #LATEST}
   * @throws IllegalArgumentException if the revision is not known; the message lists those that are
   */
  public static URL requestSchema(String revision) {
    return resource("schema/generation-request." + revision(revision) + ".schema.json");
  }

  /** Returns every rule that a request can break: id, severity, pointers and meaning, as JSON. */
  public static URL rules() {
    return resource("rules.json");
  }

  /** Returns the states of a task, their transitions and their invariants, as JSON. */
  public static URL lifecycle() {
    return resource("lifecycle.json");
  }

  /**
   * Returns the conformance vectors, a JSON document a family of rules: requests, and the
   * violations that each must give.
   */
  public static List<URL> vectors() {
    return VECTORS.stream().map(name -> resource("vectors/" + name)).toList();
  }

  /** Returns the JSON Schema of the documents that {@link #vectors()} hands out. */
  public static URL vectorSchema() {
    return resource("vectors/vectors.schema.json");
  }

  /**
   * Returns the frame sizes in pixels of the result video, by resolution and aspect ratio, as JSON.
   */
  public static URL frameSizes() {
    return resource("frame-sizes.json");
  }

  /**
   * Returns the price list of the mock server, in the shape of {@code GET /v1/pricing}, as JSON.
   * The figures are the project's own, not the provider's.
   */
  public static URL pricing() {
    return resource("pricing.json");
  }

  /**
   * Returns the limits of media files and the rules of the check that looks into them, as JSON. The
   * limits are facts of the service behind the provider.
   */
  public static URL media() {
    return resource("media.json");
  }

  /**
   * Returns a named example.
   *
   * @param name the path below {@code examples} without its ending, such as {@code
   *     requests/text-to-video}
   */
  public static URL example(String name) {
    return resource("examples/" + name + ".json");
  }

  private static URL resource(String name) {
    URL resource = ApiSpec.class.getResource(name);
    if (resource == null) {
      throw new IllegalStateException(
          "no '"
              + name
              + "' beside "
              + ApiSpec.class.getName()
              + "; was the module built by Maven?");
    }
    return resource;
  }

  private static Properties properties(String name) {
    var properties = new Properties();
    try (InputStream in = resource(name).openStream()) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read '" + name + "' from the api-spec jar", e);
    }
    return properties;
  }
}
