package dev.seedance.mock.media;

import java.util.ArrayList;
import java.util.List;

/**
 * The sizes of a track's samples, one chunk a second, and the boxes that locate the samples.
 *
 * <p>Filled second by second, then read. Not thread-safe while it is filled.
 */
final class Track {

  /** Units of time of the movie as a whole. */
  static final int MOVIE_TIMESCALE = 1000;

  /** The matrix of a picture that is not moved, scaled or turned. */
  static final int[] IDENTITY = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};

  private static final int UNDETERMINED_LANGUAGE = 0x55C4;

  private final TrackFormat format;
  private final List<Integer> sampleSizes = new ArrayList<>();
  private final List<Integer> chunkSamples = new ArrayList<>();
  private final List<Integer> chunkSizes = new ArrayList<>();

  Track(TrackFormat format) {
    this.format = format;
  }

  void addChunk(List<byte[]> samples) {
    samples.forEach(sample -> sampleSizes.add(sample.length));
    chunkSamples.add(samples.size());
    chunkSizes.add(samples.stream().mapToInt(sample -> sample.length).sum());
  }

  int chunkSize(int second) {
    return chunkSizes.get(second);
  }

  /**
   * Writes the {@code trak} box.
   *
   * @param time creation time in seconds since 1904
   * @param offsets position of each chunk in the file
   */
  Box box(long time, List<Integer> offsets) {
    int duration = chunkSamples.size() * MOVIE_TIMESCALE;
    Box track = Box.of("trak").child(header(time, duration));
    if (format.skipped() > 0) {
      Box edits = Box.full("elst", 0, 0).int32(1, duration, format.skipped()).int16(1, 0);
      track.child(Box.of("edts").child(edits));
    }
    return track.child(media(time, offsets));
  }

  private Box header(long time, int duration) {
    return Box.full("tkhd", 1, 3) // enabled, part of the presentation
        .int64(time)
        .int64(time)
        .int32(format.id(), 0)
        .int64(duration)
        .zeros(12)
        .int16(format.volume(), 0)
        .int32(IDENTITY)
        .int32(format.width() << 16, format.height() << 16);
  }

  private Box media(long time, List<Integer> offsets) {
    Box header =
        Box.full("mdhd", 1, 0)
            .int64(time)
            .int64(time)
            .int32(format.timescale())
            .int64((long) sampleSizes.size() * format.sampleDuration())
            .int16(UNDETERMINED_LANGUAGE, 0);
    Box handler =
        Box.full("hdlr", 0, 0).int32(0).text(format.handler()).zeros(12).text("seedance").int8(0);
    Box self = Box.full("dref", 0, 0).int32(1).child(Box.full("url ", 0, 1));
    Box information =
        Box.of("minf")
            .child(format.mediaHeader())
            .child(Box.of("dinf").child(self))
            .child(sampleTable(offsets));
    return Box.of("mdia").child(header).child(handler).child(information);
  }

  private Box sampleTable(List<Integer> offsets) {
    Box table =
        Box.of("stbl")
            .child(Box.full("stsd", 0, 0).int32(1).child(format.sampleEntry()))
            .child(Box.full("stts", 0, 0).int32(1, sampleSizes.size(), format.sampleDuration()));
    if (format.syncEvery() > 1) {
      table.child(syncSamples());
    }
    return table
        .child(samplesToChunks())
        .child(Box.full("stsz", 0, 0).int32(0, sampleSizes.size()).int32(array(sampleSizes)))
        .child(Box.full("stco", 0, 0).int32(offsets.size()).int32(array(offsets)));
  }

  private Box syncSamples() {
    int count = sampleSizes.size() / format.syncEvery();
    Box box = Box.full("stss", 0, 0).int32(count);
    for (int i = 0; i < count; i++) {
      box.int32(i * format.syncEvery() + 1);
    }
    return box;
  }

  private Box samplesToChunks() {
    Box box = Box.full("stsc", 0, 0).int32(chunkSamples.size());
    for (int i = 0; i < chunkSamples.size(); i++) {
      box.int32(i + 1, chunkSamples.get(i), 1);
    }
    return box;
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
