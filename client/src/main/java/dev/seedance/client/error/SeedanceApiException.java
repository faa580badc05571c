package dev.seedance.client.error;

import dev.seedance.client.model.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An error response. Decide by the subclass or by {@link #status()}; the rest is detail that a
 * server may leave out.
 */
public class SeedanceApiException extends SeedanceException {

  private static final long serialVersionUID = 1L;

  private final transient ApiError error;

  /**
   * Reports an error of the server.
   *
   * @param error read from the response
   */
  public SeedanceApiException(ApiError error) {
    this(error, null);
  }

  SeedanceApiException(ApiError error, @Nullable Throwable cause) {
    super(describe(error), cause);
    this.error = error;
  }

  /** Returns the HTTP status. */
  public int status() {
    return error.status();
  }

  /** Returns the kind of error, for programs; a number is given as text. */
  public Optional<String> code() {
    return Optional.ofNullable(error.code());
  }

  /** Returns the family of the code. */
  public Optional<String> type() {
    return Optional.ofNullable(error.type());
  }

  /** Returns the request field at fault. */
  public Optional<String> param() {
    return Optional.ofNullable(error.param());
  }

  /** Returns the server's id of the call: quote it when you ask for help. */
  public Optional<String> requestId() {
    return Optional.ofNullable(error.requestId());
  }

  /** Returns the wait that the server asks for before the next try. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(error.retryAfter());
  }

  /** Returns the first 2 KB of the response, as text; empty if it had no content. */
  public String body() {
    return error.body();
  }

  /** Returns the broken rules, if the server is the toolkit's mock; empty otherwise. */
  public List<Violation> violations() {
    return error.violations();
  }

  @Override
  public boolean isTransient() {
    return status() == 408 || status() == 429 || status() >= 500;
  }

  private static String describe(ApiError error) {
    var text = new StringBuilder(error.operation()).append(": HTTP ").append(error.status());
    if (error.code() != null) {
      text.append(' ').append(error.code());
    }
    text.append(": ").append(error.message() != null ? error.message() : hint(error.status()));
    if (error.param() != null) {
      text.append(" (field ").append(error.param()).append(')');
    }
    if (error.retryAfter() != null) {
      text.append(" (retry after ").append(error.retryAfter().toSeconds()).append(" s)");
    }
    if (error.requestId() != null) {
      text.append(" (request id ").append(error.requestId()).append(')');
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
