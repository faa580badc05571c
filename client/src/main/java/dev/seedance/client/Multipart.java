package dev.seedance.client;

import dev.seedance.client.error.SeedanceIoException;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A form with texts and files (RFC 7578). Files are streamed, their length is known before they are
 * sent, and the form can be sent again.
 */
final class Multipart {

  private final String boundary = "seedance-" + UUID.randomUUID();
  private final List<BodyPublisher> pieces = new ArrayList<>();

  Multipart(Map<String, Object> parts) {
    parts.forEach(
        (name, value) -> {
          if (value instanceof Path file) {
            add(head(name, String.valueOf(file.getFileName()), mediaType(file)), content(file));
          } else {
            add(disposition(name) + "\r\n\r\n", BodyPublishers.ofString(value.toString()));
          }
        });
    pieces.add(text("--" + boundary + "--\r\n"));
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  BodyPublisher publisher() {
    return BodyPublishers.concat(pieces.toArray(BodyPublisher[]::new));
  }

  private void add(String head, BodyPublisher content) {
    pieces.add(text("--" + boundary + "\r\n" + head));
    pieces.add(content);
    pieces.add(text("\r\n"));
  }

  /** Returns the head of a part that is a file. */
  static String head(String name, String fileName, String mediaType) {
    return "%s; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
        .formatted(disposition(name), quoted(fileName), mediaType);
  }

  private static String disposition(String name) {
    return "Content-Disposition: form-data; name=\"" + quoted(name) + '"';
  }

  private static String mediaType(Path file) {
    return MediaFormat.of(file).map(MediaFormat::mimeType).orElse("application/octet-stream");
  }

  /** Quotes as browsers do: nothing in a file's name can end the header. */
  private static String quoted(String text) {
    return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static BodyPublisher content(Path file) {
    try {
      return BodyPublishers.ofFile(file);
    } catch (FileNotFoundException e) {
      throw new SeedanceIoException(file + " can't be read; is it there?", e);
    }
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }
}
