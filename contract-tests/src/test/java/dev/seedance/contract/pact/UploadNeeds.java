package dev.seedance.contract.pact;

import static dev.seedance.contract.pact.Bodies.failure;
import static dev.seedance.contract.pact.Bodies.success;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.DslPart;
import dev.seedance.client.error.AuthenticationException;
import dev.seedance.client.error.BadRequestException;
import dev.seedance.client.model.UploadedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** Uploads: forms with one file. */
final class UploadNeeds {

  /** A kind of upload: its path, and the smallest file of its kind. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kind(String noun, String path, String file, String mimeType, byte[] bytes) {}

  private static final Kind IMAGE =
      new Kind("an image", "/v1/uploads/images", "pixel.png", "image/png", hex("89504e470d0a1a0a"));
  private static final Kind VIDEO =
      new Kind(
          "a video",
          "/v1/uploads/videos",
          "clip.mp4",
          "video/mp4",
          hex("000000186674797069736f6d0000020069736f6d6d703432"));
  private static final Kind AUDIO =
      new Kind(
          "an audio", "/v1/uploads/audios", "voice.mp3", "audio/mpeg", hex("49443303000000000000"));

  private UploadNeeds() {}

  static List<Need> all() {
    return List.of(
        taken(IMAGE),
        taken(VIDEO),
        taken(AUDIO),
        upload(
                "a text that says it is an image",
                IMAGE,
                "no image".getBytes(StandardCharsets.UTF_8))
            .responds(400, failure())
            .when(
                client -> {
                  Path file = Files.writeString(client.folder().resolve(IMAGE.file()), "no image");
                  client.refused(BadRequestException.class, api -> api.uploads().file(file));
                }),
        upload("an image from an unknown key", IMAGE, IMAGE.bytes())
            .withKey(Pacts.UNKNOWN_KEY)
            .responds(401, failure())
            .when(
                client -> {
                  Path file = file(client, IMAGE);
                  client.refused(AuthenticationException.class, api -> api.uploads().file(file));
                }));
  }

  private static Need taken(Kind kind) {
    return upload(kind.noun() + " to keep", kind, kind.bytes())
        .responds(200, stored(kind))
        .when(
            client -> {
              UploadedFile stored = client.api().uploads().file(file(client, kind));
              assertThat(stored.getMimeType()).isEqualTo(kind.mimeType());
              assertThat(stored.getUrl()).startsWith("https://");
            });
  }

  private static Need upload(String description, Kind kind, byte[] bytes) {
    return Need.of(description)
        .sends(
            "POST",
            kind.path(),
            sent -> sent.body(new FileForm(kind.file(), kind.mimeType(), bytes)));
  }

  private static DslPart stored(Kind kind) {
    return success(
        data ->
            data.stringMatcher("id", "upload_.+", "upload_01KX7P1Z5Y7X9W2V4T6S8R0QPN")
                .stringMatcher("url", Bodies.URL, "https://files.example.com/u/1")
                .stringValue("mime_type", kind.mimeType())
                .integerType("size", kind.bytes().length));
  }

  private static Path file(Client client, Kind kind) throws IOException {
    return Files.write(client.folder().resolve(kind.file()), kind.bytes());
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
