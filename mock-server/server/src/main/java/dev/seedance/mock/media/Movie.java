package dev.seedance.mock.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The part of a file before the samples: {@code ftyp}, {@code moov}, and the header of {@code
 * mdat}. It comes first so that a player can start before the whole file is there.
 */
final class Movie {

  private static final Instant EPOCH = Instant.parse("1904-01-01T00:00:00Z");
  private static final int MEDIA_HEADER = 8;

  private final VideoSpec spec;
  private final List<Track> tracks;

  /** Joins tracks; each second of the file has them in this order. */
  Movie(VideoSpec spec, List<Track> tracks) {
    this.spec = spec;
    this.tracks = List.copyOf(tracks);
  }

  byte[] header() {
    byte[] type = spec.container().fileType().toBytes();
    int length = type.length + movie(0).toBytes().length + MEDIA_HEADER;
    int media = MEDIA_HEADER + IntStream.range(0, spec.seconds()).map(this::size).sum();
    return ByteBuffer.allocate(length)
        .put(type)
        .put(movie(length).toBytes())
        .putInt(media)
        .put("mdat".getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  /** Returns the bytes of one second in the file. */
  int size(int second) {
    return tracks.stream().mapToInt(track -> track.chunkSize(second)).sum();
  }

  private Box movie(int mediaStart) {
    long time = Duration.between(EPOCH, spec.createdAt()).toSeconds();
    Box movie = Box.of("moov").child(movieHeader(time));
    for (int i = 0; i < tracks.size(); i++) {
      movie.child(tracks.get(i).box(time, offsets(tracks.subList(0, i), mediaStart)));
    }
    return movie;
  }

  /** Returns the position of each chunk of a track, after the tracks before it in a second. */
  private List<Integer> offsets(List<Track> before, int mediaStart) {
    List<Integer> offsets = new ArrayList<>();
    int secondStart = mediaStart;
    for (int i = 0; i < spec.seconds(); i++) {
      int second = i;
      offsets.add(secondStart + before.stream().mapToInt(t -> t.chunkSize(second)).sum());
      secondStart += size(second);
    }
    return offsets;
  }

  private Box movieHeader(long time) {
    return Box.full("mvhd", 1, 0)
        .int64(time)
        .int64(time)
        .int32(Track.MOVIE_TIMESCALE)
        .int64((long) spec.seconds() * Track.MOVIE_TIMESCALE)
        .int32(0x10000) // normal speed
        .int16(0x0100) // full volume
        .zeros(10)
        .int32(Track.IDENTITY)
        .zeros(24)
        .int32(tracks.size() + 1);
  }
}
