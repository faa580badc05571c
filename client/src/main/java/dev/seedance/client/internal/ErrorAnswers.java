package dev.seedance.client.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.seedance.client.error.AnswerTooLargeException;
import dev.seedance.client.error.AuthenticationException;
import dev.seedance.client.error.BadRequestException;
import dev.seedance.client.error.ContentPolicyException;
import dev.seedance.client.error.ErrorAnswer;
import dev.seedance.client.error.InsufficientQuotaException;
import dev.seedance.client.error.NotFoundException;
import dev.seedance.client.error.RateLimitException;
import dev.seedance.client.error.SeedanceApiException;
import dev.seedance.client.error.ServerErrorException;
import dev.seedance.client.model.Violation;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes an exception of whatever a server or a proxy answers: the contract's error object, the
 * envelope with {@code success}, other JSON, plain text, a web page, or nothing.
 */
final class ErrorAnswers {

  private static final int BODY_LIMIT = 2048;
  private static final int MESSAGE_LIMIT = 300;

  /** Shorter keys are made up for a mock server, and would blot out innocent words. */
  private static final int SHORTEST_SECRET = 8;

  private static final Pattern TITLE =
      Pattern.compile("<title[^>]*>(.*?)</title>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Clock clock;
  private final String secret;

  /**
   * For the answers to the calls of one key.
   *
   * @param secret never shown, even if the server repeats it
   */
  ErrorAnswers(Clock clock, String secret) {
    this.clock = clock;
    this.secret = secret;
  }

  SeedanceApiException exception(String operation, HttpResponse<byte[]> response) {
    ErrorAnswer answer = read(operation, response);
    return switch (answer.status()) {
      case 400, 413 -> new BadRequestException(answer);
      case 401, 403 -> new AuthenticationException(answer);
      case 402 -> new InsufficientQuotaException(answer);
      case 404 -> new NotFoundException(answer);
      case 422 -> new ContentPolicyException(answer);
      case 429 -> new RateLimitException(answer);
      default ->
          answer.status() >= 500
              ? new ServerErrorException(answer)
              : new SeedanceApiException(answer);
    };
  }

  ErrorAnswer read(String operation, HttpResponse<byte[]> response) {
    String body = text(response.body());
    JsonNode root = json(response.body());
    JsonNode error = root.path("error").isObject() ? root.path("error") : root;
    String message = first(error, "message", "detail", "title", "error");
    return new ErrorAnswer(
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

  /** The refusal of an answer that is longer than it may be. */
  AnswerTooLargeException tooLarge(String operation, HttpResponse<byte[]> response, int max) {
    return new AnswerTooLargeException(
        new ErrorAnswer(
            operation,
            response.statusCode(),
            null,
            null,
            "the answer is longer than %d bytes; if it should be, raise maxAnswerBytes"
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

  private String text(byte[] body) {
    int length = Math.min(body.length, BODY_LIMIT);
    return redact(new String(body, 0, length, StandardCharsets.UTF_8));
  }

  private String redact(String text) {
    return secret.length() < SHORTEST_SECRET ? text : text.replace(secret, "***");
  }

  /** One line of a fair length. */
  private static String shorten(String words) {
    String text = words.strip().replaceAll("\\s+", " ");
    return text.length() <= MESSAGE_LIMIT ? text : text.substring(0, MESSAGE_LIMIT) + "…";
  }
}
