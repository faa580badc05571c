package dev.seedance.validator.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Small media files with the wanted figures. */
final class Samples {

  private static final int TIMESCALE = 600;
  private static final int MP3_FRAME = 417;

  private Samples() {}

  /** An image in a format that the JDK writes. */
  static byte[] image(String format, int width, int height) {
    var out = new ByteArrayOutputStream();
    var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
    var colours = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    try {
      if (!ImageIO.write(format.equals("jpeg") ? colours : image, format, out)) {
        throw new IllegalArgumentException("the JDK writes no " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] png(int width, int height) {
    return image("png", width, height);
  }

  /** A lossy WebP: the header of its first frame and no picture. */
  static byte[] webp(int width, int height) {
    ByteBuffer file = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(24).put(ascii("WEBPVP8 ")).putInt(12);
    file.put(new byte[] {0x10, 0, 0, (byte) 0x9D, 0x01, 0x2A});
    return file.putShort((short) width).putShort((short) height).array();
  }

  /** A video without its samples. */
  static byte[] mp4(int width, int height, double seconds, double frameRate) {
    return join(
        box("ftyp", ascii("isom"), ints(0), ascii("isomavc1")),
        movie("vide", width, height, seconds, frameRate));
  }

  static byte[] mov(int width, int height, double seconds, double frameRate) {
    return join(
        box("ftyp", ascii("qt  "), ints(0), ascii("qt  ")),
        movie("vide", width, height, seconds, frameRate));
  }

  static byte[] m4a(double seconds) {
    return join(
        box("ftyp", ascii("M4A "), ints(0), ascii("M4A isom")), movie("soun", 0, 0, seconds, 40));
  }

  private static byte[] movie(String handler, int width, int height, double seconds, double rate) {
    int ticks = (int) Math.round(seconds * TIMESCALE);
    int frames = (int) Math.round(seconds * rate);
    int each = ticks / frames;
    int longer = ticks - each * frames;
    byte[] times = box("stts", ints(0, 2, frames - longer, each, longer, each + 1));
    return box(
        "moov",
        box("mvhd", ints(0, 0, 0, TIMESCALE, ticks), new byte[80]),
        box(
            "trak",
            box(
                "tkhd",
                ints(0, 0, 0, 1, 0, ticks, 0, 0, 0, 0),
                new byte[36],
                ints(width << 16, height << 16)),
            box(
                "mdia",
                box("mdhd", ints(0, 0, 0, TIMESCALE, ticks, 0)),
                box("hdlr", ints(0, 0), ascii(handler), new byte[13]),
                box("minf", box("stbl", times)))));
  }

  /** The headers of a WebM; its segment has no known size, as that of a stream. */
  static byte[] webm(int width, int height, double seconds, int frameRate) {
    byte[] video =
        element(
            new int[] {0xE0},
            element(new int[] {0xB0}, ints(width)),
            element(new int[] {0xBA}, ints(height)));
    byte[] rate = element(new int[] {0x23, 0xE3, 0x83}, ints(1_000_000_000 / frameRate));
    byte[] sound = element(new int[] {0xAE}, element(new int[] {0x83}, new byte[] {2}));
    byte[] duration = ByteBuffer.allocate(Double.BYTES).putDouble(seconds * 1_000).array();
    return join(
        element(new int[] {0x1A, 0x45, 0xDF, 0xA3}, element(new int[] {0x42, 0x82}, ascii("webm"))),
        new byte[] {0x18, 0x53, (byte) 0x80, 0x67, 0x01, -1, -1, -1, -1, -1, -1, -1},
        element(new int[] {0x15, 0x49, 0xA9, 0x66}, element(new int[] {0x44, 0x89}, duration)),
        element(new int[] {0x16, 0x54, 0xAE, 0x6B}, sound, element(new int[] {0xAE}, rate, video)),
        new byte[] {0x1F, 0x43, (byte) 0xB6, 0x75, -1});
  }

  private static byte[] element(int[] id, byte[]... contents) {
    byte[] content = join(contents);
    byte[] head = new byte[id.length + 1];
    for (int i = 0; i < id.length; i++) {
      head[i] = (byte) id[i];
    }
    head[id.length] = (byte) (0x80 | content.length);
    return join(head, content);
  }

  /** Eight thousand samples a second, eight bits each. */
  static byte[] wav(double seconds) {
    byte[] samples = new byte[(int) Math.round(seconds * 8_000)];
    var format = new AudioFormat(8_000, 8, 1, false, false);
    var out = new ByteArrayOutputStream();
    try {
      AudioSystem.write(
          new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length),
          AudioFileFormat.Type.WAVE,
          out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Silent frames of 128 kbit/s at 44,100 samples a second, without an index of them. */
  static byte[] mp3(double seconds) {
    int frames = (int) Math.round(seconds * 44_100 / 1_152);
    ByteBuffer file = ByteBuffer.allocate(frames * MP3_FRAME);
    for (int i = 0; i < frames; i++) {
      file.putInt(i * MP3_FRAME, 0xFFFB9000);
    }
    return file.array();
  }

  static String dataUrl(String mimeType, byte[] content) {
    return "data:" + mimeType + ";base64," + Base64.getEncoder().encodeToString(content);
  }

  static byte[] box(String type, byte[]... contents) {
    byte[] content = join(contents);
    return join(ints(content.length + 8), ascii(type), content);
  }

  static byte[] ints(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    try (var data = new DataOutputStream(out)) {
      for (byte[] part : parts) {
        data.write(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
