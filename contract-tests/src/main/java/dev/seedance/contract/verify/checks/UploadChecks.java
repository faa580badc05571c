package dev.seedance.contract.verify.checks;

import static dev.seedance.contract.verify.Cost.FREE;
import static dev.seedance.contract.verify.Cost.STORES;

import dev.seedance.contract.verify.Check;
import dev.seedance.contract.verify.Cost;
import dev.seedance.contract.verify.Target;
import dev.seedance.contract.verify.exchange.Call;
import dev.seedance.contract.verify.exchange.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Uploads: {@code uploads}. */
final class UploadChecks {

  private static final String WHERE = "openapi.yaml, tag Uploads";
  private static final int OVER_TEN_MEGABYTES = (10 << 20) + 1;
  private static final byte[] TEXT =
      "This is no picture, no video and no sound.".getBytes(StandardCharsets.UTF_8);

  private UploadChecks() {}

  static List<Check> all() {
    return List.of(
        refused(
            "uploads.no-file",
            "a form without a file is refused with 400",
            Uploads.IMAGES::emptyForm),
        refused(
            "uploads.no-image",
            "a text is no image: 400",
            () -> Uploads.IMAGES.form("a.png", "text/plain", TEXT)),
        refused(
            "uploads.no-video",
            "a text is no video: 400",
            () -> Uploads.VIDEOS.form("a.mp4", "text/plain", TEXT)),
        refused(
            "uploads.no-audio",
            "a text is no audio: 400",
            () -> Uploads.AUDIOS.form("a.mp3", "text/plain", TEXT)),
        refused(
            "uploads.image-too-large",
            "an image over 10 MB is refused with 400",
            () ->
                Uploads.IMAGES.form(
                    "a.png", "image/png", Arrays.copyOf(Files.png(), OVER_TEN_MEGABYTES))),
        check(
            STORES,
            "uploads.image",
            "a PNG is stored, and its URL gives it back",
            target -> stored(target, Uploads.IMAGES, "a.png", "image/png", Files.png())),
        check(
            STORES,
            "uploads.video",
            "an MP4 is stored, and its URL gives it back",
            target -> stored(target, Uploads.VIDEOS, "a.mp4", "video/mp4", Files.mp4())),
        check(
            STORES,
            "uploads.audio",
            "a WAV is stored, and its URL gives it back",
            target -> stored(target, Uploads.AUDIOS, "a.wav", "audio/wav", Files.wav())));
  }

  private static Check check(Cost cost, String id, String sentence, Check.Body body) {
    return new Check(id, sentence, cost, WHERE, body);
  }

  private static Check refused(String id, String sentence, Supplier<Call> call) {
    return check(FREE, id, sentence, target -> target.call(call.get()).refusal(400));
  }

  private static void stored(
      Target target, Uploads endpoint, String name, String type, byte[] content) {
    Exchange stored =
        target
            .call(endpoint.form(name, type, content))
            .status(200)
            .conforms()
            .matches("/data/id", "upload_.+", "upload_ and more")
            .text("/data/mime_type", type)
            .integer("/data/size", content.length)
            .matches("/data/url", "https?://.+", "an absolute http or https URL");
    Exchange file = target.callAsIs(Downloads.of(stored.text("/data/url"))).status(200, 206);
    byte[] came = file.response().body();
    if (!Arrays.equals(came, 0, came.length, content, 0, Math.min(came.length, content.length))) {
      throw file.failure("the bytes that were uploaded", "other bytes");
    }
  }
}
