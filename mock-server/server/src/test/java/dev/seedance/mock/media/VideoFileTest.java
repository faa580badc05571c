package dev.seedance.mock.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoFileTest {

  private static final int LARGEST_4K = 2_000_000;
  private static final int LARGEST_720P = 300_000;

  private final VideoFile withAudio = VideoFile.of(Specs.of(864, 496, 4, true));
  private final VideoFile silent = VideoFile.of(Specs.of(864, 496, 4, false));

  @Test
  void header_comes_before_the_samples() throws IOException {
    assertThat(BoxTree.parse(bytes(withAudio)).types()).containsExactly("ftyp", "moov", "mdat");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 15, 60})
  void samples_fill_the_media_box_without_gap_or_overlap(int seconds) throws IOException {
    BoxTree file = BoxTree.parse(bytes(VideoFile.of(Specs.of(320, 320, seconds, true))));

    int[] ends = new int[2 * seconds];
    int[] starts = new int[2 * seconds];
    for (int track = 0; track < 2; track++) {
      BoxTree table = file.tracks().get(track).at("mdia/minf/stbl");
      int[] offsets = table.at("stco").numbersFrom(8);
      int[] chunks = table.at("stsc").numbersFrom(8);
      int[] sizes = table.at("stsz").numbersFrom(12);
      int sample = 0;
      for (int second = 0; second < seconds; second++) {
        int count = chunks[3 * second + 1];
        starts[2 * second + track] = offsets[second];
        ends[2 * second + track] =
            offsets[second] + Arrays.stream(sizes, sample, sample + count).sum();
        sample += count;
      }
      assertThat(sample).isEqualTo(sizes.length);
    }

    BoxTree media = file.at("mdat");
    assertThat(starts[0]).isEqualTo(media.offset() + 8);
    assertThat(Arrays.copyOfRange(starts, 1, starts.length))
        .containsExactly(Arrays.copyOf(ends, ends.length - 1));
    assertThat(ends[ends.length - 1]).isEqualTo(file.content().limit());
  }

  @Test
  void video_samples_hold_one_nal_unit_and_each_second_begins_with_an_idr() throws IOException {
    byte[] bytes = bytes(silent);
    BoxTree table = BoxTree.parse(bytes).tracks().get(0).at("mdia/minf/stbl");

    int offset = table.at("stco").int32(8);
    int[] sizes = table.at("stsz").numbersFrom(12);
    for (int sample = 0; sample < sizes.length; sample++) {
      assertThat(ByteBuffer.wrap(bytes).getInt(offset)).isEqualTo(sizes[sample] - 4);
      assertThat(bytes[offset + 4] & 0x1F).isEqualTo(sample % 24 == 0 ? 5 : 1);
      offset += sizes[sample];
    }
    assertThat(table.at("stss").numbersFrom(8)).containsExactly(1, 25, 49, 73);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 8, 15})
  void length_is_as_asked_in_both_tracks(int seconds) throws IOException {
    BoxTree file = BoxTree.parse(bytes(VideoFile.of(Specs.of(640, 640, seconds, true))));

    BoxTree video = file.tracks().get(0);
    BoxTree audio = file.tracks().get(1);
    assertThat(video.at("mdia/minf/stbl/stsz").int32(8)).isEqualTo(24 * seconds);
    assertThat(video.at("mdia/mdhd").int64(24)).isEqualTo(24_000L * seconds);
    assertThat(audio.at("tkhd").int64(28)).isEqualTo(1_000L * seconds);
    assertThat(audio.at("edts/elst").numbersFrom(8)).startsWith(1_000 * seconds, 1024);
    long sound = audio.at("mdia/mdhd").int64(24) - 1024;
    assertThat(sound).isBetween(48_000L * seconds, 48_000L * seconds + 1023);
  }

  @Test
  void audio_track_is_there_only_if_asked_for() throws IOException {
    assertThat(BoxTree.parse(bytes(withAudio)).tracks()).hasSize(2);
    assertThat(BoxTree.parse(bytes(silent)).tracks()).hasSize(1);
  }

  @Test
  void creation_time_is_the_specified_one() throws IOException {
    BoxTree header = BoxTree.parse(bytes(silent)).at("moov/mvhd");

    Instant created =
        Instant.parse("1904-01-01T00:00:00Z").plus(Duration.ofSeconds(header.int64(4)));

    assertThat(created).isEqualTo(Specs.CREATED_AT);
  }

  @Test
  void equal_specifications_give_equal_bytes() throws IOException {
    VideoFile again = VideoFile.of(Specs.of(864, 496, 4, true));

    assertThat(bytes(again)).isEqualTo(bytes(withAudio));
    assertThat(again.etag()).isEqualTo(withAudio.etag());
  }

  @Test
  void different_specifications_give_different_tags() {
    assertThat(withAudio.etag()).isNotEqualTo(silent.etag());
    assertThat(VideoFile.of(Specs.titled("tsk_vid_A")).etag())
        .isNotEqualTo(VideoFile.of(Specs.titled("tsk_vid_B")).etag());
  }

  @Test
  void length_is_known_before_reading() throws IOException {
    assertThat(bytes(withAudio)).hasSize((int) withAudio.length());
  }

  @Test
  void every_range_is_a_slice_of_the_whole() throws IOException {
    byte[] whole = bytes(withAudio);
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      int from = random.nextInt(whole.length + 1);
      int to = from + random.nextInt(whole.length + 1 - from);
      try (InputStream range = withAudio.open(from, to)) {
        assertThat(range.readAllBytes()).isEqualTo(Arrays.copyOfRange(whole, from, to));
      }
    }
  }

  @Test
  void single_reads_and_skips_keep_their_place() throws IOException {
    byte[] whole = bytes(withAudio);
    try (InputStream in = withAudio.open(10, 5_000)) {
      assertThat(in.read()).isEqualTo(whole[10] & 0xFF);
      assertThat(in.skip(4_000)).isEqualTo(4_000);
      assertThat(in.available()).isEqualTo(989);
      assertThat(in.readNBytes(10)).isEqualTo(Arrays.copyOfRange(whole, 4_011, 4_021));
      assertThat(in.skip(Long.MAX_VALUE)).isEqualTo(979);
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.read(new byte[4])).isEqualTo(-1);
    }
  }

  @Test
  void range_outside_the_file_is_refused() {
    assertThatThrownBy(() -> withAudio.open(0, withAudio.length() + 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> withAudio.open(-1, 5)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void streams_of_one_file_can_be_read_in_parallel() throws IOException {
    byte[] whole = bytes(withAudio);

    assertThat(IntStream.range(0, 8).parallel().mapToObj(i -> unchecked(withAudio)))
        .allSatisfy(copy -> assertThat(copy).isEqualTo(whole));
  }

  @Test
  void files_are_small() {
    assertThat(VideoFile.of(Specs.of(1280, 720, 5, true)).length()).isLessThan(LARGEST_720P);
    assertThat(VideoFile.of(Specs.of(4412, 1892, 15, true)).length()).isLessThan(LARGEST_4K);
  }

  private static byte[] bytes(VideoFile file) throws IOException {
    try (InputStream in = file.open(0, file.length())) {
      return in.readAllBytes();
    }
  }

  private static byte[] unchecked(VideoFile file) {
    try {
      return bytes(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
