package dev.seedance.contract.verify.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.spec.ApiSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;

/**
 * The parts that a revision has beyond the first one, as the documents of the contract say.
 *
 * @param revision the name of the revision
 */
record RevisionParts(String revision) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Returns true if responses tell what a task costs. */
  boolean hasBilling() {
    return read(ApiSpec.capabilities(revision)).at("/responses/billing").asBoolean();
  }

  /** Returns true if the revision is that of an operation, or a later one. */
  boolean hasOperation(String path) {
    List<String> known = ApiSpec.revisions();
    String since =
        read(ApiSpec.openApiJson())
            .path("paths")
            .path(path)
            .path("get")
            .path("x-since-revision")
            .asText(known.get(0));
    return known.indexOf(revision) >= known.indexOf(since);
  }

  private static JsonNode read(URL document) {
    try (InputStream in = document.openStream()) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + document, e);
    }
  }
}
