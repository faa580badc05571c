package dev.seedance.mock.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** The last frame of a video as a PNG with a palette (PNG specification, third edition). */
public final class LastFrame {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** Row filter: the row itself. */
  private static final byte NONE = 0;

  /** Row filter: the difference from the row above. */
  private static final byte UP = 2;

  private LastFrame() {}

  /** Makes the file, which shows the last frame as a decoder of the video does. */
  public static byte[] png(VideoSpec spec) {
    Scene scene = new Scene(spec);
    Raster raster = scene.still();
    scene.paint(raster, spec.frames() - 1);
    FrameSize size = spec.size();
    ByteBuffer header = ByteBuffer.allocate(13).putInt(size.width()).putInt(size.height());
    header.put((byte) 8).put((byte) 3); // eight bits, palette
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    writeChunk(png, "IHDR", header.array());
    writeChunk(png, "PLTE", palette(Palette.of(spec.title())));
    writeChunk(png, "IDAT", pixels(raster, size));
    writeChunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static byte[] palette(Palette palette) {
    ByteArrayOutputStream entries = new ByteArrayOutputStream();
    for (Colour colour : palette.colours()) {
      int rgb = colour.rgb();
      entries.write(rgb >> 16);
      entries.write(rgb >> 8);
      entries.write(rgb);
    }
    return entries.toByteArray();
  }

  /** Compresses the rows: the first of each tile in full, the three below as no difference. */
  private static byte[] pixels(Raster raster, FrameSize size) {
    var compressed = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try (var out = new DeflaterOutputStream(compressed, deflater, 8192)) {
      for (int y = 0; y < size.height(); y++) {
        byte[] row = new byte[1 + size.width()];
        row[0] = y % Raster.TILE == 0 ? NONE : UP;
        for (int x = 0; row[0] == NONE && x < size.width(); x++) {
          row[1 + x] = raster.get(x / Raster.TILE, y / Raster.TILE);
        }
        out.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an array takes all bytes", e);
    } finally {
      deflater.end();
    }
    return compressed.toByteArray();
  }

  private static void writeChunk(ByteArrayOutputStream png, String type, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length).putInt(data.length);
    chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    CRC32 check = new CRC32();
    check.update(chunk.array(), 4, 4 + data.length);
    png.writeBytes(chunk.putInt((int) check.getValue()).array());
  }
}
