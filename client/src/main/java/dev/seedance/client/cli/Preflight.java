package dev.seedance.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.client.internal.Json;
import dev.seedance.client.model.Violation;
import dev.seedance.spec.http.RemoteFiles;
import dev.seedance.validator.GenerationRequest;
import dev.seedance.validator.MediaReference;
import dev.seedance.validator.Severity;
import dev.seedance.validator.media.MediaCheck;
import dev.seedance.validator.media.MediaSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The validator's check of files. {@link FileOptions} loads it only if the validator is on the
 * class path.
 */
final class Preflight {

  private Preflight() {}

  /**
   * Looks into the files of a request.
   *
   * @param wish names local files as they were given
   * @param remote the way to files of other servers; {@code null} to leave them out
   * @throws IllegalStateException if the library that reads files is missing
   */
  static List<Violation> check(ObjectNode wish, @Nullable RemoteFiles remote, boolean strict) {
    var check =
        new MediaCheck(
            MediaSource.of(Path.of(""), remote),
            Locale.getDefault(),
            strict ? Severity.ERROR : Severity.WARNING);
    GenerationRequest request =
        GenerationRequest.builder()
            .imageWithRoles(references(wish, "image_with_roles"))
            .videoWithRoles(references(wish, "video_with_roles"))
            .audioWithRoles(references(wish, "audio_with_roles"))
            .build();
    return check.check(request).violations().stream()
        .map(violation -> Json.MAPPER.convertValue(violation, Violation.class))
        .toList();
  }

  private static List<MediaReference> references(ObjectNode wish, String list) {
    var references = new ArrayList<MediaReference>();
    for (JsonNode item : wish.path(list)) {
      references.add(new MediaReference(item.path("url").asText(), item.path("role").asText()));
    }
    return references;
  }
}
