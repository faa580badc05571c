package dev.seedance.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A node of a JSON document and where it stands.
 *
 * @param pointer JSON Pointer (RFC 6901) to the node; empty for the whole document
 * @param node the node; {@linkplain JsonNode#isMissingNode() missing} if the document has none
 */
record Located(String pointer, JsonNode node) {

  /** The member of this name, which may be missing. */
  Located at(String key) {
    return below(key, node.path(key));
  }

  boolean has(String key) {
    return node.has(key);
  }

  String text(String key) {
    return node.path(key).asText();
  }

  /** The last segment of the pointer. */
  String name() {
    return pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
  }

  /** The members of an object or the items of an array, in document order. */
  Stream<Located> members() {
    if (node.isArray()) {
      return IntStream.range(0, node.size()).mapToObj(i -> below("" + i, node.path(i)));
    }
    return node.properties().stream().map(member -> below(member.getKey(), member.getValue()));
  }

  private Located below(String key, JsonNode child) {
    return new Located(pointer + "/" + key.replace("~", "~0").replace("/", "~1"), child);
  }
}
