package dev.seedance.client.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.client.RequestCheck;
import dev.seedance.client.model.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the request. Kept as JSON, right or wrong, so that the validator can judge it. */
final class RequestOptions {

  @Option(names = "--prompt", paramLabel = "TEXT", description = "What to show.")
  private @Nullable String prompt;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "seedance-2 (default), seedance-2-fast or seedance-2-mini")
  private String model = "seedance-2";

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      description = "Length of the video; 0 lets the model choose.")
  private @Nullable Integer duration;

  @Option(
      names = "--resolution",
      paramLabel = "CLASS",
      description = "480p, 720p, 1080p or 4k; which of them depends on the model.")
  private @Nullable String resolution;

  @Option(
      names = "--aspect-ratio",
      paramLabel = "W:H",
      description = "21:9, 16:9, 4:3, 1:1, 3:4 or 9:16")
  private @Nullable String aspectRatio;

  @Option(names = "--seed", paramLabel = "NUMBER", description = "Start value of the randomness.")
  private @Nullable Long seed;

  @Option(names = "--no-audio", description = "A silent video.")
  private boolean noAudio;

  @Option(
      names = "--client-business-id",
      paramLabel = "ID",
      description = "Your own id of this job. Default: a random one.")
  private @Nullable String clientBusinessId;

  @Option(
      names = "--callback-url",
      paramLabel = "URL",
      description = "Where the provider posts the final event.")
  private @Nullable String callbackUrl;

  @Option(
      names = "--revision",
      paramLabel = "REVISION",
      description =
          "Revision of the contract to check against, such as 2026-09, or latest. Default: the"
              + " toolkit's own default.")
  private @Nullable String revision;

  /** Returns the rules that the request breaks. */
  List<Violation> check(ObjectNode request) {
    byte[] body = request.toString().getBytes(StandardCharsets.UTF_8);
    RequestCheck check =
        revision == null ? RequestCheck.onClassPath() : RequestCheck.ofRevision(revision);
    return check.check(body);
  }

  /**
   * Returns the request without media. It always has a business id: Ctrl-C must not lose the task.
   */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("model", model);
    putUnlessNull(json, "prompt", prompt);
    json.put(
        "client_business_id",
        clientBusinessId != null ? clientBusinessId : "cli_" + UUID.randomUUID());
    if (duration != null) {
      json.put("duration", duration);
    }
    putUnlessNull(json, "aspect_ratio", aspectRatio);
    putUnlessNull(json, "resolution", resolution);
    if (noAudio) {
      json.put("generate_audio", false);
    }
    if (seed != null) {
      json.put("seed", seed);
    }
    putUnlessNull(json, "callback_url", callbackUrl);
    return json;
  }

  private static void putUnlessNull(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
