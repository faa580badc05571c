package dev.seedance.validator.media.format;

import dev.seedance.spec.media.ContentType;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The formats that can be read. */
public final class MediaFormats {

  private static final Map<ContentType, MediaFormat> FORMATS =
      Map.ofEntries(
          Map.entry(ContentType.JPEG, EndedImage.JPEG),
          Map.entry(ContentType.PNG, EndedImage.PNG),
          Map.entry(ContentType.GIF, new JdkImage("gif")),
          Map.entry(ContentType.BMP, new JdkImage("bmp")),
          Map.entry(ContentType.TIFF, new JdkImage("tiff")),
          Map.entry(ContentType.WEBP, new WebpImage()),
          Map.entry(ContentType.MP4, new Movie(true)),
          Map.entry(ContentType.MOV, new Movie(true)),
          Map.entry(ContentType.M4A, new Movie(false)),
          Map.entry(ContentType.WEBM, new WebmVideo()),
          Map.entry(ContentType.WAV, new WavAudio()),
          Map.entry(ContentType.MP3, new Mp3Audio()));

  private MediaFormats() {}

  /**
   * Reads a file.
   *
   * @param content the whole file
   * @throws UnreadableMediaException if it is damaged, does not tell, or has no reader
   */
  public static MediaFacts read(ContentType type, byte[] content) throws UnreadableMediaException {
    MediaFormat format = FORMATS.get(type);
    if (format == null) {
      throw UnreadableMediaException.noReader();
    }
    try {
      return whole(format.read(content));
    } catch (IOException | RuntimeException e) {
      throw UnreadableMediaException.damaged();
    }
  }

  /** No picture has a side of nothing, whatever its header says. */
  private static MediaFacts whole(MediaFacts facts) throws IOException {
    if (isNothing(facts.width()) || isNothing(facts.height())) {
      throw new IOException("a side of no pixels");
    }
    return facts;
  }

  private static boolean isNothing(@Nullable Integer side) {
    return side != null && side <= 0;
  }
}
