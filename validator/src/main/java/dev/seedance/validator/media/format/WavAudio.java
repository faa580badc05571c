package dev.seedance.validator.media.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** WAV files, by the JDK. */
record WavAudio() implements MediaFormat {

  private static final int HEADER = 44;

  @Override
  public MediaFacts read(byte[] content) throws IOException, UnreadableMediaException {
    AudioFileFormat file;
    try {
      file = AudioSystem.getAudioFileFormat(new ByteArrayInputStream(content));
    } catch (UnsupportedAudioFileException e) {
      throw UnreadableMediaException.noReader();
    }
    AudioFormat format = file.getFormat();
    if (format.getFrameSize() <= 0 || !(format.getFrameRate() > 0)) {
      throw UnreadableMediaException.noLength();
    }
    // Streams declare no length or the greatest one; a file that is cut off declares too much.
    long present = Math.max(0, content.length - HEADER) / format.getFrameSize();
    long declared = file.getFrameLength();
    long frames = declared < 0 ? present : Math.min(declared, present);
    return MediaFacts.audio(frames / (double) format.getFrameRate());
  }
}
