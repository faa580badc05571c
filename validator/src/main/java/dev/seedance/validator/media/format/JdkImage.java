package dev.seedance.validator.media.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Images that the JDK reads. Asks it for the size alone, so that it stops behind the header.
 *
 * @param name of the format in the JDK
 */
record JdkImage(String name) implements MediaFormat {

  @Override
  public MediaFacts read(byte[] content) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(name).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(in, false, true);
      return MediaFacts.image(reader.getWidth(0), reader.getHeight(0));
    } finally {
      reader.dispose();
    }
  }
}
