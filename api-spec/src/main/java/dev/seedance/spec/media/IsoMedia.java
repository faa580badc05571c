package dev.seedance.spec.media;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An MP4, an M4A, a QuickTime movie or another file made of boxes (ISO/IEC 14496-12).
 *
 * <p>Brands alone do not tell a sound from a film: both name {@code mp42} or {@code 3gp4}. The
 * tracks do, if the file has its {@code moov} box.
 *
 * @param brand the major brand; that of QuickTime for a movie from the time before brands
 * @param compatible the compatible brands
 * @param tracks the handler types of the tracks, such as {@code vide} and {@code soun}; empty if
 *     the file does not tell
 */
record IsoMedia(String brand, Set<String> compatible, Set<String> tracks) {

  private static final String QUICKTIME = "qt  ";

  /** The boxes with which a QuickTime movie begins if it names no brand. */
  private static final Set<String> QUICKTIME_BOXES =
      Set.of("moov", "mdat", "free", "skip", "wide", "pnot");

  private static final Set<String> IMAGE_BRANDS =
      Set.of(
          "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1", "avif",
          "avis");

  private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");
  private static final Set<String> AUDIO_BRANDS = Set.of("M4A ", "M4B ", "M4P ", "F4A ", "F4B ");
  private static final String PHONE_BRANDS = "3gp";

  private static final int BOX_HEADER = 8;
  private static final int LARGE_BOX_HEADER = 16;
  private static final int MAX_BRANDS_BOX = 4_096;
  private static final int MAX_BOXES = 10_000;

  /** A box's type and the place of its content. */
  private record Box(String type, int start, int end, boolean whole) {}

  /** Reads a file; empty if it does not begin with such a box. */
  static Optional<IsoMedia> read(byte[] content) {
    List<Box> boxes = boxes(content, 0, content.length);
    if (boxes.isEmpty()) {
      return Optional.empty();
    }
    Box first = boxes.get(0);
    Set<String> tracks = tracks(content, boxes);
    if (first.type().equals("ftyp")) {
      var compatible = new HashSet<String>();
      int end = Math.min(first.end(), MAX_BRANDS_BOX);
      for (int at = first.start() + BOX_HEADER; at + 4 <= end; at += 4) {
        compatible.add(text(content, at));
      }
      return Optional.of(new IsoMedia(text(content, first.start()), compatible, tracks));
    }
    return first.whole() && QUICKTIME_BOXES.contains(first.type())
        ? Optional.of(new IsoMedia(QUICKTIME, Set.of(), tracks))
        : Optional.empty();
  }

  private boolean isImage() {
    return IMAGE_BRANDS.contains(brand);
  }

  boolean isAvif() {
    return isImage() && (AVIF_BRANDS.contains(brand) || has(AVIF_BRANDS));
  }

  boolean isHeif() {
    return isImage() && !isAvif();
  }

  boolean isQuickTime() {
    return brand.equals(QUICKTIME) && mayShowPictures();
  }

  /** Returns true for a sound, and for a file that may be one. */
  boolean isAudio() {
    if (isImage() || brand.equals(QUICKTIME)) {
      return false;
    }
    return AUDIO_BRANDS.contains(brand)
        || (tracks.isEmpty() ? isNamedForAudio() : !mayShowPictures());
  }

  /** Returns true for a film, and for a file that may be one. */
  boolean isVideo() {
    return !isImage()
        && !brand.equals(QUICKTIME)
        && !AUDIO_BRANDS.contains(brand)
        && mayShowPictures();
  }

  private boolean isNamedForAudio() {
    return brand.startsWith(PHONE_BRANDS) || has(AUDIO_BRANDS);
  }

  private boolean has(Set<String> brands) {
    return compatible.stream().anyMatch(brands::contains);
  }

  private boolean mayShowPictures() {
    return tracks.isEmpty() || tracks.contains("vide");
  }

  private static Set<String> tracks(byte[] content, List<Box> boxes) {
    var types = new HashSet<String>();
    List<Box> whole = boxes.stream().filter(Box::whole).toList(); // half of it may lack a track
    for (Box track : inside(content, inside(content, whole, "moov"), "trak")) {
      if (track.type().equals("mdia")) {
        boxes(content, track.start(), track.end()).stream()
            .filter(box -> box.type().equals("hdlr") && box.start() + 12 <= box.end())
            .forEach(box -> types.add(text(content, box.start() + 8)));
      }
    }
    return types;
  }

  /** Returns the boxes inside those of a type. */
  private static List<Box> inside(byte[] content, List<Box> boxes, String type) {
    return boxes.stream()
        .filter(box -> box.type().equals(type))
        .flatMap(box -> boxes(content, box.start(), box.end()).stream())
        .toList();
  }

  /** Reads boxes one after the other, as far as they are well-formed; the last may be cut off. */
  private static List<Box> boxes(byte[] content, int from, int to) {
    var boxes = new ArrayList<Box>();
    int at = from;
    while (at + BOX_HEADER <= to && boxes.size() < MAX_BOXES) {
      long size = uint32(content, at);
      int header = BOX_HEADER;
      if (size == 1 && at + LARGE_BOX_HEADER <= to) {
        header = LARGE_BOX_HEADER;
        size = (uint32(content, at + 8) << 32) | uint32(content, at + 12);
      } else if (size == 0) {
        size = (long) to - at;
      }
      if (size < header) {
        break;
      }
      boolean whole = size <= to - at;
      int end = whole ? at + (int) size : to;
      boxes.add(new Box(text(content, at + 4), at + header, end, whole));
      at = end;
    }
    return boxes;
  }

  private static long uint32(byte[] content, int at) {
    long value = 0;
    for (int i = at; i < at + 4; i++) {
      value = (value << 8) | (content[i] & 0xFF);
    }
    return value;
  }

  private static String text(byte[] content, int at) {
    int length = Math.max(0, Math.min(4, content.length - at));
    return new String(content, at, length, StandardCharsets.ISO_8859_1);
  }
}
