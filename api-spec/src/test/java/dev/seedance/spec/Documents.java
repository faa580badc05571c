package dev.seedance.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;

/** Reads the documents of the jar. */
final class Documents {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Documents() {}

  static JsonNode read(URL document) {
    try (InputStream in = document.openStream()) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + document, e);
    }
  }
}
