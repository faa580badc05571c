package dev.seedance.client.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Images, videos and audios of the request: addresses, or local files that are uploaded first. */
final class MediaOptions {

  private static final Pattern ROLE_AND_VALUE = Pattern.compile("(?s)([a-z_]+)=(.*)");
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  @Option(
      names = "--image",
      paramLabel = "[ROLE=]URL|FILE",
      description =
          "An image; ROLE is first_frame, last_frame or reference_image (default). Repeatable.")
  private List<String> images = new ArrayList<>();

  @Option(
      names = "--video",
      paramLabel = "[ROLE=]URL|FILE",
      description = "A reference video. Repeatable.")
  private List<String> videos = new ArrayList<>();

  @Option(
      names = "--audio",
      paramLabel = "[ROLE=]URL|FILE",
      description = "A reference audio. Repeatable.")
  private List<String> audios = new ArrayList<>();

  /** Adds the lists to the request; files stand in them as they were given. */
  void addTo(ObjectNode request) {
    add(request, "image_with_roles", images, "reference_image");
    add(request, "video_with_roles", videos, "reference_video");
    add(request, "audio_with_roles", audios, "reference_audio");
  }

  /** Returns true if the value of a {@code url} is a local file; its name may hold a colon. */
  static boolean isFile(String value) {
    return !value.isBlank() && (!ADDRESS.matcher(value).matches() || exists(value));
  }

  private static boolean exists(String name) {
    try {
      return Files.isRegularFile(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static void add(ObjectNode request, String list, List<String> media, String usualRole) {
    if (media.isEmpty()) {
      return;
    }
    ArrayNode items = request.putArray(list);
    for (String medium : media) {
      Matcher parts = ROLE_AND_VALUE.matcher(medium);
      // A file's name may hold = too: then what follows it is no file.
      if (parts.matches() && !(exists(medium) && !exists(parts.group(2)))) {
        items.addObject().put("url", parts.group(2)).put("role", parts.group(1));
      } else {
        items.addObject().put("url", medium).put("role", usualRole);
      }
    }
  }
}
