package dev.seedance.client.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.seedance.client.error.ApiError;
import dev.seedance.client.error.AuthenticationException;
import dev.seedance.client.error.BadRequestException;
import dev.seedance.client.error.ContentPolicyException;
import dev.seedance.client.error.InsufficientQuotaException;
import dev.seedance.client.error.NotFoundException;
import dev.seedance.client.error.RateLimitException;
import dev.seedance.client.error.ResponseTooLargeException;
import dev.seedance.client.error.SeedanceApiException;
import dev.seedance.client.error.ServerErrorException;
import dev.seedance.client.model.Violation;
import dev.seedance.spec.text.ShownText;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the error response of a server or a proxy into an exception. It may hold the contract's
 * error object, the envelope with {@code success}, other JSON, plain text, a web page, or nothing.
 */
public final class ErrorResponses {

  private static final int BODY_LIMIT = 2048;
  private static final int MESSAGE_LIMIT = 300;

  /** Shorter keys are made up for a mock server, and would hide ordinary words. */
  private static final int SHORTEST_SECRET = 8;

  private static final Pattern TITLE =
      Pattern.compile("<title[^>]*>(.*?)</title>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Codes that have been seen with 400, some as the message, and the status of the contract. */
  private static final Map<Pattern, Integer> MEANT =
      Map.of(
          Pattern.compile("task_not_exist|task_not_found"), 404,
          Pattern.compile("\\w*SensitiveContentDetected(\\.\\w+)*|content_policy_violation"), 422);

  private final InstantSource clock;
  private final String secret;

  /**
   * Reads the responses to the calls of one key.
   *
   * @param secret the key, never shown, even if the server repeats it
   */
  public ErrorResponses(InstantSource clock, String secret) {
    this.clock = clock;
    this.secret = secret;
  }

  /** Returns the exception for the status of an error response. */
  public SeedanceApiException exception(String operation, HttpResponse<byte[]> response) {
    ApiError error = read(operation, response);
    return switch (statusOf(error)) {
      case 400, 413 -> new BadRequestException(error);
      case 401, 403 -> new AuthenticationException(error);
      case 402 -> new InsufficientQuotaException(error);
      case 404 -> new NotFoundException(error);
      case 422 -> new ContentPolicyException(error);
      case 429 -> new RateLimitException(error);
      default ->
          error.status() >= 500 ? new ServerErrorException(error) : new SeedanceApiException(error);
    };
  }

  /** Returns the status that the contract has for an error; some servers send 400 for others. */
  private static int statusOf(ApiError error) {
    if (error.status() != 400) {
      return error.status();
    }
    return MEANT.entrySet().stream()
        .filter(
            meant ->
                Stream.of(error.code(), error.message())
                    .filter(Objects::nonNull)
                    .anyMatch(text -> meant.getKey().matcher(text).matches()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(error.status());
  }

  /** Reads an error as far as the response tells of one. */
  public ApiError read(String operation, HttpResponse<byte[]> response) {
    String body = text(response.body());
    JsonNode root = json(response.body());
    JsonNode error = root.path("error").isObject() ? root.path("error") : root;
    String message = first(error, "message", "detail", "title", "error");
    return new ApiError(
        operation,
        response.statusCode(),
        first(error, "code"),
        first(error, "type"),
        message != null ? shorten(redact(message)) : messageOfText(root, body),
        first(error, "param"),
        response.headers().firstValue("X-Request-Id").orElse(null),
        RetryAfter.in(response.headers(), clock).orElse(null),
        body,
        violations(error.path("violations")));
  }

  /** Returns the exception for a response that is longer than it may be. */
  public ResponseTooLargeException tooLarge(
      String operation, HttpResponse<byte[]> response, int max) {
    return new ResponseTooLargeException(
        new ApiError(
            operation,
            response.statusCode(),
            null,
            null,
            "the answer is longer than %d bytes; if it should be, raise maxResponseBytes"
                .formatted(max),
            null,
            response.headers().firstValue("X-Request-Id").orElse(null),
            null,
            text(response.body()),
            List.of()));
  }

  private static JsonNode json(byte[] body) {
    try {
      JsonNode root = Json.MAPPER.readTree(body);
      return root == null ? MissingNode.getInstance() : root;
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static @Nullable String first(JsonNode node, String... names) {
    for (String name : names) {
      JsonNode value = node.path(name);
      if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
        return value.asText();
      }
    }
    return null;
  }

  private static List<Violation> violations(JsonNode node) {
    var violations = new ArrayList<Violation>();
    for (JsonNode item : node) {
      try {
        violations.add(Json.MAPPER.treeToValue(item, Violation.class));
      } catch (JsonProcessingException e) {
        return List.of();
      }
    }
    return violations;
  }

  private static @Nullable String messageOfText(JsonNode root, String body) {
    if (!root.isMissingNode() || body.isBlank()) {
      return null;
    }
    Matcher title = TITLE.matcher(body);
    if (title.find()) {
      return "a web page, \"" + shorten(title.group(1)) + "\"";
    }
    return body.stripLeading().startsWith("<") ? "a web page" : shorten(body);
  }

  /** Returns the beginning of a body without the secret, which the limit may cut through. */
  private String text(byte[] body) {
    String beginning = redact(ShownText.beginning(body, BODY_LIMIT + secret.length()));
    return ShownText.beginning(beginning.getBytes(StandardCharsets.UTF_8), BODY_LIMIT);
  }

  private String redact(String text) {
    return secret.length() < SHORTEST_SECRET ? text : text.replace(secret, "***");
  }

  /** Returns one line of a readable length. */
  private static String shorten(String words) {
    String text = words.strip().replaceAll("\\s+", " ");
    return ShownText.cut(text, MESSAGE_LIMIT);
  }
}
