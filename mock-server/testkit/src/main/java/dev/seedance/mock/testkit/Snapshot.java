package dev.seedance.mock.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * All of a sandbox as one document, to be put back later, on this server or another.
 *
 * <p>Immutable. It may hold webhook secrets, so {@link #toString()} does not show it.
 */
public final class Snapshot {

  private final String json;

  private Snapshot(String json) {
    this.json = json;
  }

  /** Returns a snapshot of what {@link #json()} returned. The server checks it, not this. */
  public static Snapshot of(String json) {
    return new Snapshot(json);
  }

  /**
   * Reads a file.
   *
   * @throws UncheckedIOException when it can't be read
   */
  public static Snapshot readFrom(Path file) {
    try {
      return new Snapshot(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a file, in place of one that is there.
   *
   * @throws UncheckedIOException when it can't be written
   */
  public void writeTo(Path file) {
    try {
      Files.writeString(file, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the document. */
  public String json() {
    return json;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Snapshot snapshot && json.equals(snapshot.json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  @Override
  public String toString() {
    return "Snapshot[" + json.length() + " characters]";
  }
}
