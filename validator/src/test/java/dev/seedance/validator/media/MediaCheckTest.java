package dev.seedance.validator.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seedance.spec.media.ContentType.Kind;
import dev.seedance.validator.GenerationRequest;
import dev.seedance.validator.MediaReference;
import dev.seedance.validator.Severity;
import dev.seedance.validator.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MediaCheckTest {

  private static final Map<Kind, MediaLimits> LIMITS = MediaLimits.ofUpstream();

  /** The files that requests of these tests name. */
  private final Map<String, byte[]> files = new HashMap<>();

  private MediaReport check(GenerationRequest request) {
    return check(request, Locale.ENGLISH, Severity.WARNING);
  }

  private MediaReport check(GenerationRequest request, Locale locale, Severity severity) {
    MediaSource source =
        (url, most) ->
            files.containsKey(url) ? new Medium(Objects.requireNonNull(files.get(url))) : null;
    return new MediaCheck(source, locale, severity).check(request);
  }

  private List<String> rules(Kind kind, byte[]... contents) {
    String[] names = new String[contents.length];
    for (int i = 0; i < contents.length; i++) {
      names[i] = kind + "-" + i;
      files.put(names[i], contents[i]);
    }
    return check(request(kind, names)).violations().stream().map(Violation::rule).toList();
  }

  private static GenerationRequest request(Kind kind, String... urls) {
    List<MediaReference> media =
        Arrays.stream(urls).map(url -> new MediaReference(url, "any")).toList();
    var request = GenerationRequest.builder().model("seedance-2").prompt("a boat");
    return switch (kind) {
      case IMAGE -> request.imageWithRoles(media).build();
      case VIDEO -> request.videoWithRoles(media).build();
      case AUDIO -> request.audioWithRoles(media).build();
      case DOCUMENT -> throw new IllegalArgumentException("no use of a request");
    };
  }

  static Stream<Arguments> good_files() {
    return Stream.of(
        Arguments.of(Kind.IMAGE, "PNG", Samples.png(300, 300)),
        Arguments.of(Kind.IMAGE, "JPEG", Samples.image("jpeg", 750, 300)),
        Arguments.of(Kind.IMAGE, "GIF", Samples.image("gif", 1_920, 1_080)),
        Arguments.of(Kind.IMAGE, "BMP", Samples.image("bmp", 400, 1_000)),
        Arguments.of(Kind.IMAGE, "TIFF", Samples.image("tiff", 640, 480)),
        Arguments.of(Kind.IMAGE, "WebP", Samples.webp(6_000, 6_000)),
        Arguments.of(Kind.VIDEO, "MP4 of 2 s", Samples.mp4(1_280, 720, 2, 24)),
        Arguments.of(Kind.VIDEO, "MP4 of 15 s", Samples.mp4(720, 1_280, 15, 60)),
        Arguments.of(Kind.VIDEO, "MOV", Samples.mov(864, 496, 7.5, 30)),
        Arguments.of(Kind.VIDEO, "WebM", Samples.webm(1_280, 720, 14.9, 25)),
        Arguments.of(Kind.AUDIO, "WAV of 2 s", Samples.wav(2)),
        Arguments.of(Kind.AUDIO, "WAV of 15 s", Samples.wav(15)),
        Arguments.of(Kind.AUDIO, "MP3", Samples.mp3(9)),
        Arguments.of(Kind.AUDIO, "M4A", Samples.m4a(12.5)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("good_files")
  void takes_what_is_within_all_limits(Kind kind, String name, byte[] content) {
    assertThat(rules(kind, content)).isEmpty();
  }

  static Stream<Arguments> bad_files() {
    return Stream.of(
        bad("media.unreadable", Kind.IMAGE, cut(Samples.png(400, 400), 18)),
        bad("media.unreadable", Kind.IMAGE, cut(Samples.png(400, 400), 60)),
        bad("media.unreadable", Kind.IMAGE, cut(Samples.image("jpeg", 400, 400), 1_500)),
        bad("media.unreadable", Kind.IMAGE, cut(Samples.webp(400, 400), 31)),
        bad("media.unreadable", Kind.VIDEO, cut(filmWithSamples(), 1_000)),
        bad("media.unreadable", Kind.VIDEO, cut(Samples.mp4(1_280, 720, 5, 24), 150)),
        bad("media.unreadable", Kind.AUDIO, cut(Samples.wav(5), 20)),
        bad("media.unreadable", Kind.VIDEO, fragmented()),
        bad("media.unreadable", Kind.IMAGE, Samples.webp(0, 400)),
        bad("media.type", Kind.IMAGE, Samples.mp4(1_280, 720, 5, 24)),
        bad("media.type", Kind.VIDEO, Samples.png(400, 400)),
        bad("media.type", Kind.AUDIO, Samples.mp4(1_280, 720, 5, 24)),
        bad("media.type", Kind.VIDEO, Samples.m4a(5)),
        bad("media.type", Kind.IMAGE, "<!DOCTYPE html><title>404</title>".getBytes(UTF_8)),
        bad("media.type", Kind.IMAGE, new byte[0]),
        bad("media.size", Kind.IMAGE, longer(Samples.png(400, 400), 31_457_280)),
        bad("media.size", Kind.VIDEO, longer(Samples.mp4(1_280, 720, 5, 24), 52_428_801)),
        bad("media.size", Kind.AUDIO, longer(Samples.wav(5), 15_728_641)),
        bad("media.dimensions", Kind.IMAGE, Samples.png(299, 400)),
        bad("media.dimensions", Kind.IMAGE, Samples.webp(6_001, 3_000)),
        bad("media.dimensions", Kind.VIDEO, Samples.mp4(320, 240, 5, 24)),
        bad("media.ratio", Kind.IMAGE, Samples.png(751, 300)),
        bad("media.ratio", Kind.IMAGE, Samples.png(399, 1_000)),
        bad("media.ratio", Kind.VIDEO, Samples.mov(2_560, 1_000, 5, 24)),
        bad("media.duration", Kind.VIDEO, Samples.mp4(1_280, 720, 1.98, 24)),
        bad("media.duration", Kind.AUDIO, Samples.wav(1.5)),
        bad("media.duration", Kind.AUDIO, Samples.mp3(1.9)),
        bad("media.frame-rate", Kind.VIDEO, Samples.mp4(1_280, 720, 10, 23.9)),
        bad("media.duration", Kind.VIDEO, Samples.webm(1_280, 720, 1.5, 25)),
        bad("media.frame-rate", Kind.VIDEO, Samples.webm(1_280, 720, 5, 15)),
        bad("media.unreadable", Kind.VIDEO, cut(Samples.webm(1_280, 720, 5, 25), 60)),
        bad("media.frame-rate", Kind.VIDEO, Samples.mp4(1_280, 720, 5, 12)),
        bad("media.frame-rate", Kind.VIDEO, Samples.mov(1_280, 720, 5, 120)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("bad_files")
  void finds_the_one_thing_that_is_wrong(String rule, Kind kind, byte[] content) {
    assertThat(rules(kind, content)).containsExactly(rule);
  }

  @Test
  void a_file_that_is_too_long_exceeds_the_sum_as_well() {
    assertThat(rules(Kind.AUDIO, Samples.wav(15.5)))
        .containsExactly("media.duration", "media.total-duration");
  }

  @Test
  void adds_up_the_files_of_each_kind() {
    assertThat(rules(Kind.VIDEO, video(8), video(7))).isEmpty();
    assertThat(rules(Kind.AUDIO, Samples.wav(5), Samples.mp3(5), Samples.m4a(4.9))).isEmpty();
    assertThat(rules(Kind.IMAGE, Samples.png(400, 400), Samples.png(500, 500))).isEmpty();
    assertThat(rules(Kind.VIDEO, video(8), video(7.5))).containsExactly("media.total-duration");
    assertThat(rules(Kind.AUDIO, Samples.wav(9), Samples.m4a(9)))
        .containsExactly("media.total-duration");
    assertThat(rules(Kind.VIDEO, video(8), video(6), video(2), video(3)))
        .containsExactly("media.total-duration");
  }

  @Test
  void the_sum_is_reported_at_the_file_that_exceeds_it() {
    files.put("a.mp4", video(8));
    files.put("b.mp4", video(6));

    assertThat(check(request(Kind.VIDEO, "a.mp4", "b.mp4", "a.mp4")).violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.pointer()).isEqualTo("/video_with_roles/2/url");
              assertThat(violation.value()).isEqualTo(22.0);
              assertThat(violation.message()).contains("'a.mp4'", "last 22 s", "at most 15");
            });
  }

  @Test
  void names_the_file_as_the_caller_gave_it_with_figure_and_limits() {
    files.put("photos/../wide.png", Samples.png(900, 200));

    assertThat(check(request(Kind.IMAGE, "photos/../wide.png")).violations())
        .extracting(Violation::rule, Violation::pointer, Violation::severity, Violation::message)
        .containsExactly(
            tuple(
                "media.dimensions",
                "/image_with_roles/0/url",
                Severity.WARNING,
                "'photos/../wide.png' measures 900x200 pixels: the model behind the API takes sides"
                    + " of 300 to 6000"),
            tuple(
                "media.ratio",
                "/image_with_roles/0/url",
                Severity.WARNING,
                "'photos/../wide.png' measures 900x200 pixels, a ratio of 4.5: the model behind the"
                    + " API takes 0.4 to 2.5 (width by height)"));
  }

  @Test
  void says_what_a_file_is_and_what_is_taken() {
    files.put("a.jpg", Samples.mp4(1_280, 720, 5, 24));

    assertThat(check(request(Kind.IMAGE, "a.jpg")).violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.value()).isEqualTo("video/mp4");
              assertThat(List.<Object>copyOf(violation.allowed()))
                  .contains("image/png", "image/webp");
              assertThat(violation.message()).contains("'a.jpg' is MP4 by its bytes");
            });
  }

  @Test
  void speaks_chinese_and_is_strict_if_asked() {
    files.put("a.wav", Samples.wav(1));

    assertThat(
            check(request(Kind.AUDIO, "a.wav"), Locale.SIMPLIFIED_CHINESE, Severity.ERROR)
                .violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.severity()).isEqualTo(Severity.ERROR);
              assertThat(violation.message()).contains("时长 1 秒", "2 到 15");
            });
  }

  @Test
  void passes_over_what_no_source_has() {
    MediaReport report = check(request(Kind.IMAGE, "asset://x", "https://example.com/a.png", " "));

    assertThat(report.violations()).isEmpty();
    assertThat(report.passedOver()).containsExactly("asset://x", "https://example.com/a.png");
  }

  @Test
  void looks_into_old_image_urls_too() {
    files.put("a.png", Samples.png(100, 100));
    var request = GenerationRequest.builder().imageUrls(List.of("b.png", "a.png")).build();

    assertThat(check(request).violations())
        .extracting(Violation::rule, Violation::pointer)
        .containsExactly(tuple("media.dimensions", "/image_urls/1"));
  }

  @Test
  void a_file_alone_is_taken_for_what_it_is(@TempDir Path folder) throws IOException {
    var check = new MediaCheck(new LocalFiles(folder), Locale.ENGLISH, Severity.WARNING);
    Files.write(folder.resolve("a.bin"), Samples.wav(1));
    Files.write(folder.resolve("b.bin"), Samples.mp4(1_280, 720, 5, 24));

    assertThat(check.check("a.bin").violations())
        .extracting(Violation::rule, Violation::pointer)
        .containsExactly(tuple("media.duration", ""));
    assertThat(check.check("b.bin").violations()).isEmpty();
  }

  @Test
  void every_rule_has_files_here() {
    assertThat(
            Stream.concat(bad_files().map(row -> row.get()[0]), Stream.of("media.total-duration")))
        .containsAll(Arrays.stream(MediaRule.values()).map(MediaRule::id).toList());
    assertThat(LIMITS).containsOnlyKeys(Kind.IMAGE, Kind.VIDEO, Kind.AUDIO);
  }

  private static Arguments bad(String rule, Kind kind, byte[] content) {
    return Arguments.of(rule, kind, content);
  }

  private static byte[] video(double seconds) {
    return Samples.mp4(1_280, 720, seconds, 24);
  }

  private static byte[] cut(byte[] content, int length) {
    return Arrays.copyOf(content, length);
  }

  private static byte[] longer(byte[] content, int length) {
    return Arrays.copyOf(content, length);
  }

  private static byte[] filmWithSamples() {
    return Samples.join(video(5), Samples.box("mdat", new byte[5_000]));
  }

  /** The tables are empty: times stand in later boxes, as of a stream. */
  private static byte[] fragmented() {
    byte[] whole = Samples.mp4(1_280, 720, 5, 24);
    byte[] times = Samples.ascii("stts");
    for (int at = 0; at < whole.length - 4; at++) {
      if (Arrays.equals(whole, at, at + 4, times, 0, 4)) {
        Arrays.fill(whole, at + 8, at + 28, (byte) 0);
      }
    }
    return whole;
  }
}
