package dev.seedance.spec.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the boxes of media files. */
final class Boxes {

  private Boxes() {}

  /**
   * Writes a file.
   *
   * @param compatible brands, with blanks between
   * @param tracks the handler types of its tracks, with blanks between; without any there is no
   *     {@code moov}
   */
  static byte[] media(String brand, String compatible, String tracks) {
    byte[] names = join(fourBytes(brand), new byte[4], fourBytesEach(compatible));
    return tracks.isEmpty()
        ? box("ftyp", names)
        : join(box("ftyp", names), box("mdat", new byte[20]), moov(tracks));
  }

  static byte[] moov(String tracks) {
    byte[][] boxes =
        Arrays.stream(tracks.split(" "))
            .map(type -> join(new byte[8], fourBytes(type), new byte[12]))
            .map(handler -> join(box("mdhd", new byte[24]), box("hdlr", handler)))
            .map(media -> box("trak", join(box("tkhd", new byte[84]), box("mdia", media))))
            .toArray(byte[][]::new);
    return box("moov", join(box("mvhd", new byte[100]), join(boxes)));
  }

  static byte[] box(String type, byte[] content) {
    ByteBuffer header = ByteBuffer.allocate(8).putInt(8 + content.length).put(fourBytes(type));
    return join(header.array(), content);
  }

  /** Writes a box with a size of 64 bits. */
  static byte[] large(String type, byte[] content) {
    ByteBuffer header = ByteBuffer.allocate(16).putInt(1).put(fourBytes(type));
    return join(header.putLong(16 + content.length).array(), content);
  }

  static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] fourBytesEach(String names) {
    return names.isEmpty()
        ? new byte[0]
        : join(Arrays.stream(names.split(" ")).map(Boxes::fourBytes).toArray(byte[][]::new));
  }

  private static byte[] fourBytes(String name) {
    return Arrays.copyOf((name + "    ").getBytes(StandardCharsets.ISO_8859_1), 4);
  }
}
