package dev.seedance.mock.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * A box of an MP4 as a reader sees it, found by its path.
 *
 * @param offset where the box begins in the file
 * @param content what follows length and type
 */
record BoxTree(String type, int offset, ByteBuffer content, List<BoxTree> children) {

  private static final Set<String> CONTAINERS =
      Set.of("moov", "trak", "edts", "mdia", "minf", "dinf", "stbl");

  static BoxTree parse(byte[] file) {
    return new BoxTree("file", 0, ByteBuffer.wrap(file), boxes(file, 0, file.length));
  }

  /** Reads boxes that fill a part of the file exactly, or fails. */
  private static List<BoxTree> boxes(byte[] file, int from, int to) {
    List<BoxTree> boxes = new ArrayList<>();
    int offset = from;
    while (offset < to) {
      int length = ByteBuffer.wrap(file).getInt(offset);
      if (length < 8 || offset + length > to) {
        throw new IllegalStateException("box at %d has length %d".formatted(offset, length));
      }
      String type = new String(file, offset + 4, 4, StandardCharsets.US_ASCII);
      ByteBuffer content = ByteBuffer.wrap(file, offset + 8, length - 8).slice();
      List<BoxTree> children =
          CONTAINERS.contains(type) ? boxes(file, offset + 8, offset + length) : List.of();
      boxes.add(new BoxTree(type, offset, content, children));
      offset += length;
    }
    return boxes;
  }

  List<String> types() {
    return children.stream().map(BoxTree::type).toList();
  }

  /** The first box on a path such as {@code mdia/minf}. */
  BoxTree at(String path) {
    return find(path).orElseThrow(() -> new NoSuchElementException(type + " has no " + path));
  }

  Optional<BoxTree> find(String path) {
    Optional<BoxTree> box = Optional.of(this);
    for (String step : path.split("/", -1)) {
      box =
          box.flatMap(
              parent -> parent.children.stream().filter(c -> c.type.equals(step)).findFirst());
    }
    return box;
  }

  List<BoxTree> tracks() {
    return at("moov").children.stream().filter(box -> box.type.equals("trak")).toList();
  }

  /** The four-byte number at a place in the content. */
  int int32(int position) {
    return content.getInt(position);
  }

  long int64(int position) {
    return content.getLong(position);
  }

  /** Four-byte numbers from a place in the content to its end. */
  int[] numbersFrom(int position) {
    int[] numbers = new int[(content.limit() - position) / 4];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = int32(position + 4 * i);
    }
    return numbers;
  }
}
