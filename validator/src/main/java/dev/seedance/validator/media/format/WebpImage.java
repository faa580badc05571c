package dev.seedance.validator.media.format;

import com.drew.imaging.riff.RiffProcessingException;
import com.drew.imaging.riff.RiffReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.webp.WebpDirectory;
import com.drew.metadata.webp.WebpRiffHandler;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/** WebP images. The reader over an array takes no more bytes than there are. */
record WebpImage() implements MediaFormat {

  private static final int HEADER = 8;

  private static final Set<String> WITH_SIZE =
      Set.of(WebpDirectory.CHUNK_VP8X, WebpDirectory.CHUNK_VP8, WebpDirectory.CHUNK_VP8L);

  @Override
  public MediaFacts read(byte[] content) throws IOException {
    int declared = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(Integer.BYTES);
    if (Integer.toUnsignedLong(declared) > content.length - HEADER) {
      throw new EOFException("fewer bytes than " + declared);
    }
    var metadata = new Metadata();
    try {
      new RiffReader().processRiff(new SequentialByteArrayReader(content), new Sizes(metadata));
      for (WebpDirectory found : metadata.getDirectoriesOfType(WebpDirectory.class)) {
        if (found.containsTag(WebpDirectory.TAG_IMAGE_WIDTH)) {
          return MediaFacts.image(
              found.getInt(WebpDirectory.TAG_IMAGE_WIDTH),
              found.getInt(WebpDirectory.TAG_IMAGE_HEIGHT));
        }
      }
    } catch (RiffProcessingException | MetadataException e) {
      throw new IOException(e);
    }
    throw new IOException("no chunk has a size");
  }

  /** Passes over what is not the picture: profiles, Exif and XMP. */
  private static final class Sizes extends WebpRiffHandler {

    private boolean found;

    Sizes(Metadata metadata) {
      super(metadata);
    }

    @Override
    public boolean shouldAcceptChunk(String fourCC) {
      boolean first = !found && WITH_SIZE.contains(fourCC);
      found |= first;
      return first;
    }
  }
}
