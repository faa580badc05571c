package dev.seedance.validator.media.format;

import com.drew.imaging.quicktime.QuickTimeHandler;
import com.drew.metadata.Metadata;
import com.drew.metadata.mov.QuickTimeContext;
import com.drew.metadata.mov.QuickTimeDirectory;
import com.drew.metadata.mov.atoms.Atom;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the figures of tracks out of the boxes that the library walks.
 *
 * <p>The library allocates what a box declares and follows any nesting. So containers are accepted
 * in their one right order only, and boxes up to a size that files have.
 */
final class BoxHandler extends QuickTimeHandler<QuickTimeDirectory> {

  private static final List<String> CONTAINERS = List.of("moov", "trak", "mdia", "minf", "stbl");
  private static final String TRACK = "trak";
  private static final int LARGEST_BOX = 1 << 20;
  private static final int FIXED_POINT = 16;
  private static final int MATRIX = 36;

  @FunctionalInterface
  private interface Box {
    void read(ByteBuffer content, Tracks tracks);
  }

  /** By the container and the box: QuickTime has a second kind of hdlr elsewhere. */
  private static final Map<String, Box> BOXES =
      Map.of(
          "moov/mvhd", BoxHandler::movieHeader,
          "trak/tkhd", BoxHandler::trackHeader,
          "mdia/mdhd", BoxHandler::mediaHeader,
          "mdia/hdlr", BoxHandler::handler,
          "stbl/stts", BoxHandler::timeToSample);

  private final Tracks tracks;
  private final int depth;

  BoxHandler(Tracks tracks) {
    this(tracks, 0);
  }

  /**
   * Each has a directory of its own, which nobody keeps: a file may hold millions of containers.
   */
  private BoxHandler(Tracks tracks, int depth) {
    super(new Metadata());
    this.tracks = tracks;
    this.depth = depth;
  }

  @Override
  protected QuickTimeDirectory createDirectory() {
    return new QuickTimeDirectory();
  }

  @Override
  protected boolean shouldAcceptContainer(Atom atom) {
    return depth < CONTAINERS.size()
        && CONTAINERS.get(depth).equals(atom.type)
        && !(atom.type.equals(TRACK) && tracks.isFull());
  }

  @Override
  protected QuickTimeHandler<?> processContainer(Atom atom, QuickTimeContext context) {
    if (atom.type.equals(TRACK)) {
      tracks.start();
    }
    return new BoxHandler(tracks, depth + 1);
  }

  @Override
  protected boolean shouldAcceptAtom(Atom atom) {
    return BOXES.containsKey(key(atom)) && atom.size <= LARGEST_BOX;
  }

  @Override
  protected QuickTimeHandler<?> processAtom(
      Atom atom, byte @Nullable [] payload, QuickTimeContext context) throws IOException {
    Box box = BOXES.get(key(atom));
    if (box != null && payload != null) {
      box.read(ByteBuffer.wrap(payload), tracks);
    }
    return this;
  }

  private String key(Atom atom) {
    return (depth == 0 ? "" : CONTAINERS.get(depth - 1)) + '/' + atom.type;
  }

  private static void movieHeader(ByteBuffer box, Tracks tracks) {
    skipTimes(box);
    tracks.timescale(unsigned(box));
  }

  private static void trackHeader(ByteBuffer box, Tracks tracks) {
    boolean wide = skipTimes(box);
    skip(box, 2 * Integer.BYTES); // id, reserved
    tracks.last().presented(wide ? box.getLong() : unsigned(box));
    skip(box, 2 * Long.BYTES + MATRIX);
    int width = box.getInt() >>> FIXED_POINT;
    tracks.last().size(width, box.getInt() >>> FIXED_POINT);
  }

  private static void mediaHeader(ByteBuffer box, Tracks tracks) {
    skipTimes(box);
    tracks.last().timescale(unsigned(box));
  }

  private static void handler(ByteBuffer box, Tracks tracks) {
    skip(box, 2 * Integer.BYTES); // flags, and the kind of handler in QuickTime
    tracks.last().handler(box.getInt());
  }

  /** Reads the pairs that there are; the count before them is the file's word. */
  private static void timeToSample(ByteBuffer box, Tracks tracks) {
    skip(box, 2 * Integer.BYTES);
    while (box.remaining() >= 2 * Integer.BYTES) {
      long count = unsigned(box);
      tracks.last().add(count, unsigned(box));
    }
  }

  /** Skips version, flags, and when the thing was made and changed. */
  private static boolean skipTimes(ByteBuffer box) {
    boolean wide = box.getInt() >>> 24 == 1;
    skip(box, 2 * (wide ? Long.BYTES : Integer.BYTES));
    return wide;
  }

  private static void skip(ByteBuffer box, int bytes) {
    box.position(box.position() + bytes);
  }

  private static long unsigned(ByteBuffer box) {
    return Integer.toUnsignedLong(box.getInt());
  }
}
