package dev.seedance.mock.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** About the bytes of memory that JSON takes when it is read, on the high side. */
public final class JsonSize {

  /** A node with its place in its parent. */
  private static final int NODE = 120;

  private JsonSize() {}

  /** Returns the bytes of a tree; 0 for null. */
  public static long of(@Nullable JsonNode tree) {
    if (tree == null) {
      return 0;
    }
    long bytes = NODE + (tree.isTextual() ? of(tree.textValue()) : 0);
    for (Map.Entry<String, JsonNode> member : tree.properties()) {
      bytes += of(member.getKey()) + of(member.getValue());
    }
    if (tree.isArray()) {
      for (JsonNode element : tree) {
        bytes += of(element);
      }
    }
    return bytes;
  }

  /** Returns the bytes of a text; 0 for null. */
  public static long of(@Nullable String text) {
    return text == null ? 0 : 56 + 2L * text.length();
  }
}
