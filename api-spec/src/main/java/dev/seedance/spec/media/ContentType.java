package dev.seedance.spec.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A type of file, recognised by its bytes. The one table of magic numbers.
 *
 * <p>The first bytes tell most types; {@link #BEGINNING} of them are enough. Files that are made of
 * boxes, such as MP4, tell more if they are whole.
 */
public enum ContentType {
  JPEG(
      Kind.IMAGE,
      "JPEG",
      "jpg",
      starts("\\xff\\xd8\\xff"),
      "image/jpeg image/jpg image/pjpeg image/jfif"),
  PNG(
      Kind.IMAGE,
      "PNG",
      "png",
      starts("\\x89PNG"),
      "image/png image/x-png image/apng image/vnd.mozilla.apng"),
  WEBP(Kind.IMAGE, "WebP", "webp", starts("RIFF....WEBP"), "image/webp image/x-webp"),
  GIF(Kind.IMAGE, "GIF", "gif", starts("GIF8[79]a"), "image/gif"),
  BMP(
      Kind.IMAGE,
      "BMP",
      "bmp",
      starts("BM.{4}\\x00{4}.{4}[\\x0c\\x28\\x34\\x38\\x40\\x6c\\x7c]\\x00{3}"),
      "image/bmp image/x-bmp image/x-ms-bmp image/x-windows-bmp"),
  TIFF(
      Kind.IMAGE,
      "TIFF",
      "tiff",
      starts("(?:II[*+]\\x00|MM\\x00[*+])"),
      "image/tiff image/tif image/x-tiff image/tiff-fx image/dng image/x-adobe-dng"),
  ICO(
      Kind.IMAGE,
      "ICO",
      "ico",
      starts("\\x00\\x00\\x01\\x00[^\\x00]\\x00"),
      "image/vnd.microsoft.icon image/x-icon image/ico"),
  PSD(
      Kind.IMAGE,
      "PSD",
      "psd",
      starts("8BPS\\x00[\\x01\\x02]"),
      "image/vnd.adobe.photoshop image/psd image/x-psd image/photoshop image/x-photoshop"),
  JPEG_XL(
      Kind.IMAGE,
      "JPEG XL",
      "jxl",
      starts("(?:\\xff\\x0a|\\x00{3}\\x0cJXL \r\n\\x87\n)"),
      "image/jxl"),
  JPEG_2000(
      Kind.IMAGE,
      "JPEG 2000",
      "jp2",
      starts("(?:\\xff\\x4f\\xff\\x51|\\x00{3}\\x0cjP {2}\r\n\\x87\n)"),
      "image/jp2 image/jpx image/jpm image/j2k image/jpeg2000 image/x-jp2"),
  SVG(
      Kind.IMAGE,
      "SVG",
      "svg",
      starts("\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!DOCTYPE svg[^>]*>\\s*)?<svg\\b"),
      "image/svg+xml image/svg"),
  AVIF(Kind.IMAGE, "AVIF", "avif", boxes(IsoMedia::isAvif), "image/avif image/avif-sequence"),
  HEIF(
      Kind.IMAGE,
      "HEIF",
      "heif",
      boxes(IsoMedia::isHeif),
      "image/heif image/heic image/heif-sequence image/heic-sequence"),
  /** A container of pictures, of sounds, or of both, like the next. */
  WEBM(Kind.VIDEO, "WebM", "webm", file -> file.isMatroska("webm"), "video/webm audio/webm"),
  MATROSKA(
      Kind.VIDEO,
      "Matroska",
      "mkv",
      file -> file.isMatroska("matroska"),
      "video/x-matroska video/matroska video/mkv audio/x-matroska audio/matroska"),
  /** Has no pictures. A file that is cut off may be one of these and an MP4. */
  M4A(
      Kind.AUDIO,
      "M4A",
      "m4a",
      boxes(IsoMedia::isAudio),
      "audio/mp4 audio/m4a audio/x-m4a audio/mp4a-latm audio/aac audio/3gpp audio/3gpp2"),
  MOV(Kind.VIDEO, "MOV", "mov", boxes(IsoMedia::isQuickTime), "video/quicktime video/mov"),
  MP4(
      Kind.VIDEO,
      "MP4",
      "mp4",
      boxes(IsoMedia::isVideo),
      "video/mp4 video/m4v video/x-m4v video/3gpp video/3gpp2 application/mp4 audio/mp4 audio/m4a audio/x-m4a"),
  AVI(
      Kind.VIDEO,
      "AVI",
      "avi",
      starts("RIFF....AVI "),
      "video/x-msvideo video/avi video/vnd.avi video/msvideo"),
  FLV(Kind.VIDEO, "FLV", "flv", starts("FLV\\x01"), "video/x-flv video/flv"),
  MPEG_TS(Kind.VIDEO, "MPEG-TS", "ts", starts("G.{187}G.{187}G"), "video/mp2t video/mpeg"),
  MPEG_PS(
      Kind.VIDEO,
      "MPEG",
      "mpg",
      starts("\\x00\\x00\\x01[\\xba\\xb3]"),
      "video/mpeg video/mpg video/mp2p"),
  WMV(
      Kind.VIDEO,
      "Windows Media",
      "wmv",
      starts("0&\\xb2u\\x8ef\\xcf\\x11"),
      "video/x-ms-wmv video/x-ms-asf audio/x-ms-wma audio/wma"),
  WAV(
      Kind.AUDIO,
      "WAV",
      "wav",
      starts("(?:RIFF|RF64|BW64)....WAVE"),
      "audio/wav audio/x-wav audio/wave audio/vnd.wave audio/x-pn-wav"),
  MP3(
      Kind.AUDIO,
      "MP3",
      "mp3",
      Content::isMp3,
      "audio/mpeg audio/mp3 audio/x-mp3 audio/x-mpeg audio/mpeg3 audio/x-mpeg-3 audio/mpg audio/x-mpg audio/mpga"),
  AAC(
      Kind.AUDIO,
      "AAC",
      "aac",
      tagged("\\xff[\\xf0\\xf1\\xf8\\xf9]"),
      "audio/aac audio/aacp audio/x-aac audio/vnd.dlna.adts audio/x-hx-aac-adts"),
  FLAC(Kind.AUDIO, "FLAC", "flac", tagged("fLaC"), "audio/flac audio/x-flac"),
  OGG(
      Kind.AUDIO,
      "Ogg",
      "ogg",
      tagged("OggS"),
      "audio/ogg audio/opus audio/vorbis audio/x-ogg audio/x-vorbis+ogg audio/x-opus+ogg video/ogg application/ogg"),
  AIFF(Kind.AUDIO, "AIFF", "aiff", starts("FORM....AIF[FC]"), "audio/aiff audio/x-aiff audio/aif"),
  AMR(Kind.AUDIO, "AMR", "amr", starts("#!AMR"), "audio/amr audio/amr-wb audio/x-amr"),
  CAF(Kind.AUDIO, "CAF", "caf", starts("caff\\x00\\x01"), "audio/x-caf audio/caf"),
  MIDI(
      Kind.AUDIO,
      "MIDI",
      "mid",
      starts("MThd\\x00{3}\\x06"),
      "audio/midi audio/x-midi audio/mid audio/sp-midi"),
  /** The page of an error, saved in place of a file. */
  HTML(
      Kind.DOCUMENT,
      "HTML",
      "html",
      starts("\\s*<(?i:!doctype html|html)"),
      "text/html application/xhtml+xml"),
  PDF(Kind.DOCUMENT, "PDF", "pdf", starts("%PDF-"), "application/pdf");

  /** The number of bytes that tell the type of a file, boxes aside. */
  public static final int BEGINNING = 4_096;

  /** The use of a file. */
  public enum Kind {
    /** A picture. */
    IMAGE,
    /** A film; some of these may have sound alone. */
    VIDEO,
    /** A sound. */
    AUDIO,
    /** No media. */
    DOCUMENT
  }

  private final Kind kind;
  private final String title;
  private final String extension;

  @SuppressWarnings("ImmutableEnumChecker") // the lambdas capture what does not change
  private final Predicate<Content> signature;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> mimeTypes;

  ContentType(
      Kind kind, String title, String extension, Predicate<Content> signature, String mimeTypes) {
    this.kind = kind;
    this.title = title;
    this.extension = extension;
    this.signature = signature;
    this.mimeTypes = List.of(mimeTypes.split(" "));
  }

  /**
   * Recognises a file. Some files may be of several types: a cut-off MP4 doesn't tell if it has
   * pictures.
   *
   * @param content the whole file, or its beginning
   * @return the likeliest type first; empty if the bytes are of no type that is known
   */
  public static List<ContentType> of(byte[] content) {
    var file = new Content(content);
    return Arrays.stream(values()).filter(type -> type.signature.test(file)).toList();
  }

  /** Finds the type that a MIME type names; its parameters and its case don't matter. */
  public static Optional<ContentType> named(String mimeType) {
    return Arrays.stream(values()).filter(type -> type.isNamed(mimeType)).findFirst();
  }

  /** Returns true if the MIME type is one of the names of this type, such as image/jpg for JPEG. */
  public boolean isNamed(String mimeType) {
    int parameters = mimeType.indexOf(';');
    String plain = parameters < 0 ? mimeType : mimeType.substring(0, parameters);
    return mimeTypes.contains(plain.strip().toLowerCase(Locale.ROOT));
  }

  /** Returns the use of such a file. */
  public Kind kind() {
    return kind;
  }

  /** Returns the name for people, such as {@code WebP}. */
  public String title() {
    return title;
  }

  /** Returns the usual MIME type, such as {@code image/webp}. */
  public String mimeType() {
    return mimeTypes.get(0);
  }

  /** Returns the usual ending of a file's name, such as {@code webp}. */
  public String extension() {
    return extension;
  }

  /** A file that begins so; each byte is one character of the pattern. */
  private static Predicate<Content> starts(String pattern) {
    Pattern start = Pattern.compile(pattern, Pattern.DOTALL);
    return file -> start.matcher(file.start()).lookingAt();
  }

  /** A file that begins so behind its ID3 tag; if the tag has no end in sight, it may be one. */
  private static Predicate<Content> tagged(String pattern) {
    Pattern start = Pattern.compile(pattern, Pattern.DOTALL);
    return file -> file.isCutInTag() || start.matcher(file.behindTag()).lookingAt();
  }

  private static Predicate<Content> boxes(Predicate<IsoMedia> test) {
    return file -> file.boxes().filter(test).isPresent();
  }
}
