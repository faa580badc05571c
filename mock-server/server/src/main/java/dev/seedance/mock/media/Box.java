package dev.seedance.mock.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A box of an ISO base media file, ISO/IEC 14496-12 clause 4.2: length, type, fields, children. */
final class Box {

  private final String type;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();

  private Box(String type) {
    this.type = type;
  }

  static Box of(String type) {
    return new Box(type);
  }

  /** Starts a box that begins with a version and flags. */
  static Box full(String type, int version, int flags) {
    return new Box(type).int32((version << 24) | flags);
  }

  Box int8(int value) {
    content.write(value);
    return this;
  }

  Box int16(int... values) {
    for (int value : values) {
      int8(value >> 8).int8(value);
    }
    return this;
  }

  Box int32(int... values) {
    for (int value : values) {
      int16(value >> 16, value);
    }
    return this;
  }

  Box int64(long value) {
    return int32((int) (value >> 32), (int) value);
  }

  Box text(String ascii) {
    return bytes(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  Box bytes(byte[] bytes) {
    content.writeBytes(bytes);
    return this;
  }

  Box zeros(int count) {
    return bytes(new byte[count]);
  }

  Box child(Box box) {
    return bytes(box.toBytes());
  }

  byte[] toBytes() {
    return Box.of(type)
        .int32(content.size() + 8)
        .text(type)
        .bytes(content.toByteArray())
        .content
        .toByteArray();
  }
}
