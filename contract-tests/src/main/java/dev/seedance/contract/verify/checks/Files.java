package dev.seedance.contract.verify.checks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Small files that a right server takes: within the limits that the contract gives for media. */
final class Files {

  private static final int SIDE = 320;
  private static final int SAMPLES_PER_SECOND = 8_000;
  private static final int SECONDS = 3;

  private Files() {}

  /** Returns a grey picture of 320x320 pixels. */
  static byte[] png() {
    byte[] rows = new byte[SIDE * (SIDE + 1)]; // a filter byte, then a byte a pixel
    Arrays.fill(rows, (byte) 0x80);
    for (int row = 0; row < SIDE; row++) {
      rows[row * (SIDE + 1)] = 0;
    }
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    byte[] size =
        ByteBuffer.allocate(13).putInt(SIDE).putInt(SIDE).put((byte) 8).array(); // 8 bits of grey
    chunk(out, "IHDR", size);
    chunk(out, "IDAT", deflated(rows));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** Returns the same picture as a URL that holds it. */
  static String pngUrl() {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png());
  }

  /** Returns three seconds of silence. */
  static byte[] wav() {
    int length = SAMPLES_PER_SECOND * SECONDS;
    var out = ByteBuffer.allocate(44 + length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt(36 + length).put(ascii("WAVE"));
    out.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
    out.putInt(SAMPLES_PER_SECOND).putInt(SAMPLES_PER_SECOND).putShort((short) 1);
    out.putShort((short) 8).put(ascii("data")).putInt(length);
    while (out.hasRemaining()) {
      out.put((byte) 0x80);
    }
    return out.array();
  }

  /** Returns three seconds of video. */
  static byte[] mp4() {
    try (InputStream in = Files.class.getResourceAsStream("clip.mp4")) {
      if (in == null) {
        throw new IllegalStateException("clip.mp4 is not in the jar; was it built by Maven?");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read clip.mp4 from the jar", e);
    }
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] typed = ByteBuffer.allocate(4 + data.length).put(ascii(type)).put(data).array();
    var crc = new CRC32();
    crc.update(typed);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(typed);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  private static byte[] deflated(byte[] data) {
    var deflater = new Deflater();
    deflater.setInput(data);
    deflater.finish();
    byte[] out = new byte[data.length];
    int length = deflater.deflate(out);
    deflater.end();
    return Arrays.copyOf(out, length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
