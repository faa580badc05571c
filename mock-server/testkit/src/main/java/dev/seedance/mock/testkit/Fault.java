package dev.seedance.mock.testkit;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that goes wrong in a {@link Scenario}. Immutable: each method returns another fault.
 */
public final class Fault {

  private final JsonObject rule;

  private Fault(JsonObject rule) {
    this.rule = rule;
  }

  JsonObject rule() {
    return rule;
  }

  private static Fault of(JsonObject fault) {
    return new Fault(JsonObject.EMPTY.with("fault", fault));
  }

  private static JsonObject kind(String kind) {
    return JsonObject.EMPTY.with("kind", kind);
  }

  /**
   * Responds with an error. A submit that gets it makes no task.
   *
   * @param status 400 to 599
   */
  public static Fault respond(int status) {
    return of(kind("refuse").with("status", status));
  }

  /** Responds, or sends the webhook, later: by up to 24 h of sandbox time. */
  public static Fault delay(Duration by) {
    return of(kind("delay").with("by", by.toString()));
  }

  /** Responds with half a JSON document. */
  public static Fault malformedBody() {
    return of(kind("malformed_body"));
  }

  /** Ends the connection in the middle of the body. */
  public static Fault cutBody() {
    return of(kind("cut_body"));
  }

  /** Resets the TCP connection. A submit has made its task. */
  public static Fault connectionReset() {
    return of(kind("connection_reset"));
  }

  /**
   * Changes the body by a JSON merge patch (RFC 7396).
   *
   * @param patch members of text, numbers, booleans, maps and collections; null takes one away
   * @throws IllegalArgumentException when a value has no form in JSON
   */
  public static Fault patchBody(Map<String, ? extends @Nullable Object> patch) {
    return of(kind("patch_body").with("patch", JsonObject.of(patch)));
  }

  /**
   * Replaces the body. A text such as {@code $/id} in it stands for the value at this JSON pointer
   * in the replaced body.
   *
   * @param body members as those of {@link #patchBody}
   * @throws IllegalArgumentException when a value has no form in JSON
   */
  public static Fault replaceBody(Map<String, ? extends @Nullable Object> body) {
    return of(kind("replace_body").with("body", JsonObject.of(body)));
  }

  /** Sends the webhook attempt twice. */
  public static Fault duplicate() {
    return of(kind("duplicate"));
  }

  /** Signs the webhook attempt wrongly. */
  public static Fault badSignature() {
    return of(kind("bad_signature"));
  }

  /** Sets the error's code, which goes with {@link #respond}. */
  public Fault code(String code) {
    return with("code", code);
  }

  /** Sets the error's type, which goes with {@link #respond}. */
  public Fault type(String type) {
    return with("type", type);
  }

  /** Sets the error's message, which goes with {@link #respond}. */
  public Fault message(String message) {
    return with("message", message);
  }

  /**
   * Sets the whole body of the error, in place of code, type and message; goes with {@link
   * #respond}.
   *
   * @param body members as those of {@link #patchBody}
   * @throws IllegalArgumentException when a value has no form in JSON
   */
  public Fault body(Map<String, ? extends @Nullable Object> body) {
    return with("body", JsonObject.of(body));
  }

  /** Adds a header to the response, at most 10; goes with {@link #respond}. */
  public Fault header(String name, String value) {
    var headers = rule.object("fault").optionalObject("headers").orElse(JsonObject.EMPTY);
    return with("headers", headers.with(name, value));
  }

  /**
   * Adds {@code Retry-After} in whole seconds; goes with {@link #respond}.
   *
   * @throws IllegalArgumentException when it is negative
   */
  public Fault retryAfter(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "Retry-After is %s, expected PT0S or longer".formatted(duration));
    }
    return header("Retry-After", Long.toString(duration.toSeconds()));
  }

  /** Happens only on these submits, polls or attempts, counted from 1. Default: on each. */
  public Fault nth(int... nth) {
    return new Fault(rule.with("nth", Arrays.stream(nth).boxed().toList()));
  }

  /** Happens only while the polled task has a status, such as {@code completed}. */
  public Fault whileStatus(String status) {
    return new Fault(rule.with("while_status", status));
  }

  private Fault with(String member, Object value) {
    return new Fault(rule.with("fault", rule.object("fault").with(member, value)));
  }

  /** Returns the fault's rule as JSON, as it will stand in a scenario. */
  @Override
  public String toString() {
    return rule.toString();
  }
}
