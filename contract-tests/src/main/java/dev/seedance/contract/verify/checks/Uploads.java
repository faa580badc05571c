package dev.seedance.contract.verify.checks;

import dev.seedance.contract.verify.exchange.Call;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An upload endpoint.
 *
 * @param operation its operation in {@code openapi.yaml}
 * @param path its path
 */
record Uploads(String operation, String path) {

  static final Uploads IMAGES = new Uploads("uploadImage", "/v1/uploads/images");
  static final Uploads VIDEOS = new Uploads("uploadVideo", "/v1/uploads/videos");
  static final Uploads AUDIOS = new Uploads("uploadAudio", "/v1/uploads/audios");

  private static final String BOUNDARY = "verify-5f1c0d8e2a";

  /** Returns a form with a file in it. */
  Call form(String name, String type, byte[] content) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        """
        --%s\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: %s\r
        \r
        """
            .formatted(BOUNDARY, name, type)
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return call(body.toByteArray());
  }

  /** Returns a form without a file. */
  Call emptyForm() {
    String body =
        """
        --%s\r
        Content-Disposition: form-data; name="purpose"\r
        \r
        nothing\r
        --%s--\r
        """
            .formatted(BOUNDARY, BOUNDARY);
    return call(body.getBytes(StandardCharsets.UTF_8));
  }

  private Call call(byte[] body) {
    String type = "multipart/form-data; boundary=" + BOUNDARY;
    return new Call(operation, "POST", path, Map.of("Content-Type", type), body);
  }
}
