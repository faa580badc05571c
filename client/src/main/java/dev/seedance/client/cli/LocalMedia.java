package dev.seedance.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.client.MediaFormat;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The local files that stand in a request in place of addresses. */
final class LocalMedia {

  private static final List<String> LISTS =
      List.of("image_with_roles", "video_with_roles", "audio_with_roles");

  private final ObjectNode request;

  LocalMedia(ObjectNode request) {
    this.request = request;
  }

  /**
   * Returns the files, each once.
   *
   * @throws IllegalArgumentException if one does not exist or is of no kind that can be uploaded
   */
  Set<Path> files() {
    var files = new LinkedHashSet<Path>();
    for (JsonNode item : items(request)) {
      String url = item.path("url").asText();
      if (MediaOptions.isFile(url)) {
        files.add(checked(Path.of(url)));
      }
    }
    return files;
  }

  /**
   * Returns the request with made-up addresses in place of the files, so that it can be checked.
   */
  ObjectNode preview() {
    return replaced(file -> madeUpAddress(String.valueOf(Path.of(file).getFileName())));
  }

  /** Encodes the name: it may hold blanks, and all that has a meaning in an address. */
  private static String madeUpAddress(String name) {
    try {
      return new URI("https", "uploads.invalid", "/" + name, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("'" + name + "' can't be the name of a file", e);
    }
  }

  /** Returns the request with the addresses of the uploaded files. */
  ObjectNode replaced(UnaryOperator<String> address) {
    ObjectNode copy = request.deepCopy();
    for (JsonNode item : items(copy)) {
      String url = item.path("url").asText();
      if (item instanceof ObjectNode medium && MediaOptions.isFile(url)) {
        medium.put("url", address.apply(url));
      }
    }
    return copy;
  }

  /** Returns the media of a request, local or not. */
  static List<JsonNode> items(ObjectNode request) {
    var items = new ArrayList<JsonNode>();
    LISTS.forEach(list -> request.path(list).forEach(items::add));
    return items;
  }

  private static Path checked(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new IllegalArgumentException(file + " is neither an address nor a readable file");
    }
    MediaFormat.required(file);
    return file;
  }
}
