package dev.seedance.client.error;

import dev.seedance.client.model.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server has answered with an error. Decide by the subclass or by {@link #status()}; the rest
 * is detail that a server may leave out.
 */
public class SeedanceApiException extends SeedanceException {

  private static final long serialVersionUID = 1L;

  private final transient ErrorAnswer answer;

  /**
   * Tells what the server has answered.
   *
   * @param answer what it says
   */
  public SeedanceApiException(ErrorAnswer answer) {
    this(answer, null);
  }

  SeedanceApiException(ErrorAnswer answer, @Nullable Throwable cause) {
    super(describe(answer), cause);
    this.answer = answer;
  }

  /** The HTTP status. */
  public int status() {
    return answer.status();
  }

  /** What went wrong, for programs; a number is given as text. */
  public Optional<String> code() {
    return Optional.ofNullable(answer.code());
  }

  /** Family of the code. */
  public Optional<String> type() {
    return Optional.ofNullable(answer.type());
  }

  /** The request field at fault. */
  public Optional<String> param() {
    return Optional.ofNullable(answer.param());
  }

  /** The server's id of the call: quote it when you ask for help. */
  public Optional<String> requestId() {
    return Optional.ofNullable(answer.requestId());
  }

  /** How long the server asks to wait before the next try. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(answer.retryAfter());
  }

  /** The first 2 KB of the answer, as text; empty where it had no content. */
  public String body() {
    return answer.body();
  }

  /** The broken rules, if the server is the toolkit's mock; empty otherwise. */
  public List<Violation> violations() {
    return answer.violations();
  }

  @Override
  public boolean isTransient() {
    return status() == 408 || status() == 429 || status() >= 500;
  }

  private static String describe(ErrorAnswer answer) {
    var text = new StringBuilder(answer.operation()).append(": HTTP ").append(answer.status());
    if (answer.code() != null) {
      text.append(' ').append(answer.code());
    }
    text.append(": ").append(answer.message() != null ? answer.message() : hint(answer.status()));
    if (answer.param() != null) {
      text.append(" (field ").append(answer.param()).append(')');
    }
    if (answer.retryAfter() != null) {
      text.append(" (retry after ").append(answer.retryAfter().toSeconds()).append(" s)");
    }
    if (answer.requestId() != null) {
      text.append(" (request id ").append(answer.requestId()).append(')');
    }
    return text.toString();
  }

  private static String hint(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> "the server redirects; check the base URL";
      case 401 -> "the API key is missing, unknown or switched off";
      case 403 -> "the API key may not do this";
      case 402 -> "the balance does not cover the task";
      case 404 -> "nothing there; check the id and the base URL";
      case 408, 502, 503, 504 ->
          "the server or a proxy before it is not available; try again later";
      case 413 -> "the request is too large; upload media and send their addresses";
      case 429 -> "too many calls; try again later";
      default -> "the answer gives no reason";
    };
  }
}
