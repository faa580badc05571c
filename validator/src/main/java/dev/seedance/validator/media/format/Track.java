package dev.seedance.validator.media.format;

/** One track of a movie, while it is read. */
final class Track {

  private static final int VIDEO = 0x76696465; // vide
  private static final int AUDIO = 0x736f756e; // soun
  private static final long UNKNOWN = 0xFFFFFFFFL;

  private int handler;
  private int width;
  private int height;
  private long presented;
  private long timescale;
  private double samples;
  private double ticks;

  boolean isVideo() {
    return handler == VIDEO;
  }

  boolean isAudio() {
    return handler == AUDIO;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  void handler(int type) {
    handler = type;
  }

  void size(int inPixelsWide, int inPixelsHigh) {
    width = inPixelsWide;
    height = inPixelsHigh;
  }

  /** Takes the length that is shown, in the movie's time. */
  void presented(long inMovieTicks) {
    presented = inMovieTicks;
  }

  void timescale(long ticksASecond) {
    timescale = ticksASecond;
  }

  void add(long count, long ticksEach) {
    samples += count;
    ticks += (double) count * ticksEach;
  }

  double frameRate() {
    return samples / sampleSeconds();
  }

  /**
   * Returns the length of the samples, or what an edit list shows of them; not a number if the file
   * does not tell.
   */
  double seconds(long movieTimescale) {
    double samplesLast = sampleSeconds();
    if (presented <= 0 || presented == UNKNOWN || movieTimescale == 0) {
      return samplesLast;
    }
    return Math.min(samplesLast, presented / (double) movieTimescale);
  }

  private double sampleSeconds() {
    return timescale == 0 ? Double.NaN : ticks / timescale;
  }
}
