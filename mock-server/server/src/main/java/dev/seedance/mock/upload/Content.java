package dev.seedance.mock.upload;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.seedance.mock.sandbox.SandboxFiles;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bytes of a file, which are never changed: in memory, or in the store of the sandbox. */
final class Content {

  /**
   * A file in a store.
   *
   * @param name of the file there
   */
  record Place(SandboxFiles files, String name) {}

  private final byte @Nullable [] held;
  private final @Nullable Place place;
  private final int length;

  private Content(byte @Nullable [] held, @Nullable Place place, int length) {
    this.held = held;
    this.place = place;
    this.length = length;
  }

  /** Returns bytes in memory. */
  @JsonCreator
  static Content of(byte[] bytes) {
    return new Content(bytes, null, bytes.length);
  }

  /** Returns bytes that are read from a store whenever they are needed. */
  static Content at(Place place, int length) {
    return new Content(null, place, length);
  }

  /** Returns the bytes; blocks if they are in a store. In JSON they are base64. */
  @JsonValue
  byte[] bytes() {
    return held != null ? held : read(Objects.requireNonNull(place));
  }

  private static byte[] read(Place place) {
    return place.files().read(place.name());
  }

  int length() {
    return length;
  }

  /** Returns the number of bytes that it takes in memory. */
  int held() {
    return place == null ? length : 0;
  }

  /** Returns the place in the store; null if it is in memory. */
  @Nullable Place place() {
    return place;
  }
}
