package dev.seedance.mock.media;

import java.time.Instant;
import java.util.List;

/**
 * The content and the length of a video; equal specifications give byte-identical files.
 *
 * @param size frame size
 * @param seconds length, 1 to 60; the frame rate is always {@value #FRAMES_PER_SECOND}
 * @param audio if the file has an audio track: a soft tone at the start of each second
 * @param container what the file calls itself
 * @param title large text, usually the task id; the background colour depends on it
 * @param lines smaller text under the title; a small frame leaves out the lines that have no room
 * @param createdAt the creation time in the file's header, with a precision of one second
 */
public record VideoSpec(
    FrameSize size,
    int seconds,
    boolean audio,
    Container container,
    String title,
    List<String> lines,
    Instant createdAt) {

  /** Frames in a second, as in the provider's own videos. */
  public static final int FRAMES_PER_SECOND = 24;

  /** Copies the lines. */
  public VideoSpec {
    lines = List.copyOf(lines);
  }

  int frames() {
    return seconds * FRAMES_PER_SECOND;
  }
}
