package dev.seedance.mock.config;

import dev.seedance.spec.text.ByteSize;
import dev.seedance.spec.text.ShownText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a short file of text. */
final class TextFile {

  private static final int MOST_SHOWN = 200;

  private TextFile() {}

  /**
   * Reads a file as UTF-8.
   *
   * @param place that names the file
   * @param expected what the file should be, for the message
   * @throws IllegalArgumentException if it can't be read, is too long, or is no text
   */
  static String read(String place, String name, int maxBytes, String expected) {
    String reason;
    try {
      Path file = Path.of(name);
      if (Files.isDirectory(file)) {
        throw refusal(place, name, "is a folder", expected);
      }
      byte[] bytes;
      try (InputStream in = Files.newInputStream(file)) {
        bytes = in.readNBytes(maxBytes + 1);
      }
      if (bytes.length > maxBytes) {
        throw refusal(place, name, "is longer than " + ByteSize.shortest(maxBytes), expected);
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException | InvalidPathException e) {
      reason = "can't be read: there is no such file";
    } catch (AccessDeniedException e) {
      reason = "can't be read: access is denied";
    } catch (CharacterCodingException e) {
      reason = "is not in UTF-8";
    } catch (IOException e) {
      reason = "can't be read: " + e.getMessage();
    }
    throw refusal(place, name, reason, expected);
  }

  private static IllegalArgumentException refusal(
      String place, String name, String reason, String expected) {
    return new IllegalArgumentException(
        "%s: '%s' %s; expected %s"
            .formatted(place, ShownText.plain(name, MOST_SHOWN), reason, expected));
  }
}
