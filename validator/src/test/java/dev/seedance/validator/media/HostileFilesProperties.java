package dev.seedance.validator.media;

import static dev.seedance.validator.media.Samples.ascii;
import static dev.seedance.validator.media.Samples.box;
import static dev.seedance.validator.media.Samples.ints;
import static dev.seedance.validator.media.Samples.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import dev.seedance.spec.media.ContentType;
import dev.seedance.validator.Severity;
import dev.seedance.validator.Violation;
import dev.seedance.validator.media.format.MediaFormats;
import dev.seedance.validator.media.format.UnreadableMediaException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Files that lie about themselves: nothing is thrown, and memory goes by what is there. */
class HostileFilesProperties {

  /** The memory that a reader may take beside the file: classes, buffers and tables of its own. */
  private static final long ALLOWANCE = 16L << 20;

  private static final int COPIES = 8;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final Map<ContentType, byte[]> SAMPLES =
      Map.ofEntries(
          Map.entry(ContentType.PNG, Samples.png(320, 300)),
          Map.entry(ContentType.JPEG, Samples.image("jpeg", 320, 300)),
          Map.entry(ContentType.GIF, Samples.image("gif", 320, 300)),
          Map.entry(ContentType.BMP, Samples.image("bmp", 320, 300)),
          Map.entry(ContentType.TIFF, Samples.image("tiff", 320, 300)),
          Map.entry(ContentType.WEBP, Samples.webp(320, 300)),
          Map.entry(ContentType.MP4, Samples.mp4(1_280, 720, 5, 24)),
          Map.entry(ContentType.MOV, Samples.mov(1_280, 720, 5, 24)),
          Map.entry(ContentType.M4A, Samples.m4a(5)),
          Map.entry(ContentType.WEBM, Samples.webm(1_280, 720, 5, 24)),
          Map.entry(ContentType.WAV, Samples.wav(3)),
          Map.entry(ContentType.MP3, Samples.mp3(3)));

  @Provide
  Arbitrary<ContentType> types() {
    return Arbitraries.of(SAMPLES.keySet().stream().sorted().toList());
  }

  @Property(tries = 2_000)
  void mutated_files_are_read_or_refused(
      @ForAll @From("types") ContentType type,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int changes) {
    var random = new Random(seed);
    byte[] content = sample(type);
    for (int i = 0; i < changes; i++) {
      int header = Math.min(content.length, random.nextBoolean() ? 512 : content.length);
      int at = random.nextInt(header);
      switch (random.nextInt(4)) {
        case 0 -> content[at] = (byte) random.nextInt(256);
        case 1 -> Arrays.fill(content, at, Math.min(at + 4, content.length), (byte) 0xFF);
        case 2 -> Arrays.fill(content, at, Math.min(at + 4, content.length), (byte) 0);
        default -> content[at] ^= (byte) (1 << random.nextInt(8));
      }
    }
    reads(type, content);
  }

  @Property(tries = 1_000)
  void files_that_are_cut_off_are_read_or_refused(
      @ForAll @From("types") ContentType type, @ForAll @IntRange(min = 0, max = 2_000) int length) {
    byte[] whole = sample(type);
    reads(type, Arrays.copyOf(whole, Math.min(length, whole.length)));
  }

  @Property(tries = 1_000)
  void any_bytes_are_read_or_refused_as_any_type(
      @ForAll @From("types") ContentType type, @ForAll byte[] content) {
    reads(type, content);
  }

  @Example
  void a_png_may_claim_two_thousand_million_pixels() {
    byte[] png = sample(ContentType.PNG);
    System.arraycopy(ints(Integer.MAX_VALUE, Integer.MAX_VALUE), 0, png, 16, 8);
    assertThat(rules(png)).isNotEmpty();
  }

  @Example
  void a_box_may_claim_any_size() {
    byte[] movie = sample(ContentType.MP4);
    for (byte[] size : List.of(ints(0), ints(1), ints(7), ints(Integer.MAX_VALUE), ints(-1))) {
      for (int at = 0; at < movie.length - 8; at++) {
        byte[] lying = movie.clone();
        System.arraycopy(size, 0, lying, at, 4);
        reads(ContentType.MP4, lying);
      }
    }
    byte[] wide =
        join(box("ftyp", ascii("isom"), ints(0)), ints(1), ascii("mdat"), ints(0x7FFFFFFF, -1));
    reads(ContentType.MP4, wide);
    assertThat(rules(wide)).containsExactly("media.unreadable");
  }

  @Example
  void samples_of_a_64_bit_length_may_stand_before_the_tables() throws Exception {
    byte[] movie = sample(ContentType.MP4);
    byte[] samples = join(ints(1), ascii("mdat"), ints(0, 24), new byte[8]);
    int type = 24;
    byte[] whole =
        join(Arrays.copyOf(movie, type), samples, Arrays.copyOfRange(movie, type, movie.length));
    assertThat(MediaFormats.read(ContentType.MP4, whole).seconds()).isEqualTo(5.0);
  }

  @Example
  void boxes_may_be_nested_without_end() {
    byte[] nested = new byte[80_000];
    for (int at = 0; at < nested.length; at += 8) {
      System.arraycopy(ints(nested.length - at), 0, nested, at, 4);
      System.arraycopy(ascii("moov"), 0, nested, at + 4, 4);
    }
    reads(ContentType.MP4, nested);
  }

  @Example
  void a_movie_may_hold_a_million_tracks() {
    byte[] tracks = new byte[8_000_000];
    byte[] empty = box("trak", box("mdia", box("minf")));
    for (int at = 0; at + empty.length <= tracks.length; at += empty.length) {
      System.arraycopy(empty, 0, tracks, at, empty.length);
    }
    byte[] file = join(box("ftyp", ascii("isom"), ints(0)), box("moov", tracks));
    long before = THREADS.getCurrentThreadAllocatedBytes();
    assertThat(rules(file)).containsExactly("media.unreadable");
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(400L << 20);
  }

  @Example
  void a_table_may_claim_any_number_of_entries() {
    byte[] movie = sample(ContentType.MP4);
    for (int at = 0; at < movie.length - 12; at++) {
      if (Arrays.equals(movie, at, at + 4, ascii("stts"), 0, 4)) {
        System.arraycopy(ints(-1), 0, movie, at + 8, 4);
      }
    }
    reads(ContentType.MP4, movie);
    assertThat(rules(movie)).isEmpty();
  }

  @Example
  void a_wav_may_claim_four_gigabytes() throws UnreadableMediaException {
    byte[] wav = sample(ContentType.WAV);
    System.arraycopy(ints(-1), 0, wav, 40, 4);
    reads(ContentType.WAV, wav);
    assertThat(MediaFormats.read(ContentType.WAV, wav).seconds()).isEqualTo(3.0);
  }

  @Example
  void frames_of_an_mp3_are_counted_whatever_a_header_says() throws UnreadableMediaException {
    byte[] mp3 = Samples.mp3(10);
    byte[] tagged = join(ascii("ID3"), new byte[] {4, 0, 0, 0, 0, 1, 0}, new byte[128], mp3);
    byte[] indexed = mp3.clone();
    System.arraycopy(join(ascii("Xing"), ints(1, Integer.MAX_VALUE)), 0, indexed, 36, 12);
    byte[] endless = join(ascii("ID3"), new byte[] {4, 0, 0, 127, 127, 127, 127}, mp3);

    assertThat(MediaFormats.read(ContentType.MP3, mp3).seconds()).isBetween(9.9, 10.1);
    assertThat(MediaFormats.read(ContentType.MP3, tagged).seconds()).isBetween(9.9, 10.1);
    assertThat(MediaFormats.read(ContentType.MP3, indexed).seconds()).isBetween(9.9, 10.1);
    reads(ContentType.MP3, endless);
  }

  /** Returns a copy of a file of that type. */
  private static byte[] sample(ContentType type) {
    return Objects.requireNonNull(SAMPLES.get(type)).clone();
  }

  /** Reads a file; the memory that this takes goes by the bytes that there are. */
  private static void reads(ContentType type, byte[] content) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      MediaFormats.read(type, content);
    } catch (UnreadableMediaException e) {
      assertThat(e).hasMessageNotContaining("null");
    }
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
        .isLessThan(ALLOWANCE + (long) COPIES * content.length);
    assertThatCode(() -> ContentType.of(content)).doesNotThrowAnyException();
  }

  private static List<String> rules(byte[] content) {
    var check =
        new MediaCheck((url, most) -> new Medium(content), Locale.ENGLISH, Severity.WARNING);
    return check.check("file").violations().stream().map(Violation::rule).toList();
  }
}
