package dev.seedance.validator.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds where pointers stand in a body: a second pass, for bodies that have violations. */
public final class Positions {

  private final Map<String, Node> wanted = new HashMap<>();
  private final Node root = new Node();

  private Positions(Collection<String> pointers) {
    pointers.forEach(pointer -> wanted.put(pointer, root.at(JsonPointer.compile(pointer))));
  }

  /**
   * The position of a pointer.
   *
   * @param offset of the member's name or the element; if it is missing, of the end of the nearest
   *     container that there is
   * @param present whether there is anything
   */
  public record Position(int offset, boolean present) {}

  /**
   * Looks pointers up.
   *
   * @param body JSON without a fault
   */
  public static Positions find(byte[] body, Collection<String> pointers) {
    var positions = new Positions(pointers);
    try (JsonParser parser = JsonBody.JSON.createParser(body)) {
      positions.root.visit(parser, parser.nextToken(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("a body that was read before can't be read again", e);
    }
    return positions;
  }

  /**
   * The place of a pointer.
   *
   * @throws IllegalArgumentException if it is none of those that were looked up
   */
  public Position of(String pointer) {
    Node node = wanted.get(pointer);
    if (node == null) {
      throw new IllegalArgumentException("'" + pointer + "' was not looked up");
    }
    return node.position;
  }

  /** A wanted pointer or a step towards one. */
  private static final class Node {

    private final Map<String, Node> children = new LinkedHashMap<>();
    private Position position = new Position(0, false);

    Node at(JsonPointer pointer) {
      return pointer.matches()
          ? this
          : children
              .computeIfAbsent(pointer.getMatchingProperty(), step -> new Node())
              .at(pointer.tail());
    }

    void visit(JsonParser parser, JsonToken token, int offset) throws IOException {
      boolean first = !position.present();
      position = first ? new Position(offset, true) : position;
      if (!first || children.isEmpty() || !token.isStructStart()) {
        parser.skipChildren();
        return;
      }
      if (token == JsonToken.START_OBJECT) {
        visitMembers(parser);
      } else {
        visitElements(parser);
      }
      close(offset(parser));
    }

    private void visitMembers(JsonParser parser) throws IOException {
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        int offset = offset(parser);
        visitChild(name, parser, parser.nextToken(), offset);
      }
    }

    private void visitElements(JsonParser parser) throws IOException {
      int index = 0;
      for (JsonToken next = parser.nextToken();
          next != JsonToken.END_ARRAY;
          next = parser.nextToken()) {
        visitChild(Integer.toString(index++), parser, next, offset(parser));
      }
    }

    private void visitChild(String step, JsonParser parser, JsonToken token, int offset)
        throws IOException {
      Node child = children.get(step);
      if (child == null) {
        parser.skipChildren();
      } else {
        child.visit(parser, token, offset);
      }
    }

    /** Puts what was not found at the end of the container that it is missing from. */
    private void close(int end) {
      for (Node child : children.values()) {
        if (!child.position.present()) {
          child.position = new Position(end, false);
          child.close(end);
        }
      }
    }

    private static int offset(JsonParser parser) {
      return Math.toIntExact(parser.currentTokenLocation().getByteOffset());
    }
  }
}
