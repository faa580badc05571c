package dev.seedance.mock.media;

/**
 * The format of a track's samples.
 *
 * @param id number of the track in the file, from 1
 * @param handler four letters for the kind of media
 * @param timescale units of media time in a second
 * @param sampleDuration length of every sample in media time
 * @param skipped media time that comes before the presentation begins
 * @param volume 8.8 fixed point, 0 for pictures
 * @param width pixels, 0 for sound
 * @param height pixels, 0 for sound
 * @param syncEvery samples from one that needs no other to the next; 1 if none needs another
 * @param mediaHeader box for the kind of media
 * @param sampleEntry box with the settings of the decoder
 */
record TrackFormat(
    int id,
    String handler,
    int timescale,
    int sampleDuration,
    int skipped,
    int volume,
    int width,
    int height,
    int syncEvery,
    Box mediaHeader,
    Box sampleEntry) {

  static TrackFormat video(FrameSize size) {
    return new TrackFormat(
        1,
        "vide",
        1000 * VideoSpec.FRAMES_PER_SECOND,
        1000,
        0,
        0,
        size.width(),
        size.height(),
        VideoSpec.FRAMES_PER_SECOND,
        Box.full("vmhd", 0, 1).zeros(8),
        avc(size));
  }

  static TrackFormat audio() {
    return new TrackFormat(
        2,
        "soun",
        Tone.SAMPLE_RATE,
        Tone.FRAME,
        Tone.PRIMING_FRAMES * Tone.FRAME,
        0x0100,
        0,
        0,
        1,
        Box.full("smhd", 0, 0).zeros(4),
        aac());
  }

  /** Writes an AVCSampleEntry, ISO/IEC 14496-15 clause 5.4.2. */
  private static Box avc(FrameSize size) {
    return Box.of("avc1")
        .zeros(6)
        .int16(1) // data reference
        .zeros(16)
        .int16(size.width(), size.height())
        .int32(72 << 16, 72 << 16, 0) // dots per inch
        .int16(1) // one frame a sample
        .zeros(32)
        .int16(24, -1) // colour, without alpha
        .child(decoderConfiguration(size))
        .child(Box.of("colr").text("nclx").int16(1, 1, 1).int8(0)) // BT.709, limited range
        .child(Box.of("pasp").int32(1, 1));
  }

  private static Box decoderConfiguration(FrameSize size) {
    byte[] sequence = ParameterSets.sequence(size);
    byte[] picture = ParameterSets.picture();
    return Box.of("avcC")
        .int8(1)
        .int8(ParameterSets.PROFILE)
        .int8(ParameterSets.CONSTRAINTS)
        .int8(Level.of(size).number())
        .int8(0xFF) // lengths of four bytes
        .int8(0xE1) // one sequence parameter set
        .int16(sequence.length)
        .bytes(sequence)
        .int8(1)
        .int16(picture.length)
        .bytes(picture);
  }

  /** Writes an MP4AudioSampleEntry with its descriptor, ISO/IEC 14496-1 clause 7.2.6. */
  private static Box aac() {
    Box descriptor =
        Box.full("esds", 0, 0)
            .int8(3) // ES_Descriptor
            .int8(25)
            .int16(0)
            .int8(0)
            .int8(4) // DecoderConfigDescriptor
            .int8(17)
            .int8(0x40) // MPEG-4 audio
            .int8(0x15) // audio stream
            .zeros(3)
            .int32(0, 0) // bit rates are not stated
            .int8(5) // DecoderSpecificInfo
            .int8(2)
            .int16(Tone.CONFIGURATION)
            .int8(6) // SLConfigDescriptor
            .int8(1)
            .int8(2);
    return Box.of("mp4a")
        .zeros(6)
        .int16(1) // data reference
        .zeros(8)
        .int16(1, 16, 0, 0) // one channel, 16 bits
        .int32(Tone.SAMPLE_RATE << 16)
        .child(descriptor);
  }
}
