package dev.seedance.mock.upload;

import dev.seedance.mock.Calls;
import dev.seedance.mock.Response;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** Uploads a file as a browser does. */
final class Multipart {

  private static final String BOUNDARY = "----seedance-test";

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  Multipart file(String part, String fileName, String type, byte[] content) {
    return text("--" + BOUNDARY + "\r\n")
        .text("Content-Disposition: form-data; name=\"" + part + "\"; filename=\"")
        .text(fileName + "\"\r\nContent-Type: " + type + "\r\n\r\n")
        .bytes(content)
        .text("\r\n");
  }

  Multipart field(String part, String value) {
    return text("--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\""
            + part
            + "\"\r\n\r\n")
        .text(value + "\r\n");
  }

  Response send(Calls calls, String path) {
    text("--" + BOUNDARY + "--\r\n");
    return calls.send(
        calls
            .keyed(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private Multipart text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private Multipart bytes(byte[] bytes) {
    body.writeBytes(bytes);
    return this;
  }
}
