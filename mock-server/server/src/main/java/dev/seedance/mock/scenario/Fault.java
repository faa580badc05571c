package dev.seedance.mock.scenario;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.mock.sandbox.JsonSize;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fault of a scenario, as data. A {@link Target} applies it to a response, webhook delivery to an
 * attempt.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(Fault.Refuse.class),
  @JsonSubTypes.Type(Fault.Delay.class),
  @JsonSubTypes.Type(Fault.MalformedBody.class),
  @JsonSubTypes.Type(Fault.CutBody.class),
  @JsonSubTypes.Type(Fault.PatchBody.class),
  @JsonSubTypes.Type(Fault.ReplaceBody.class),
  @JsonSubTypes.Type(Fault.ConnectionReset.class),
  @JsonSubTypes.Type(Fault.Duplicate.class),
  @JsonSubTypes.Type(Fault.BadSignature.class)
})
public sealed interface Fault {

  /** Returns about the bytes of memory that the fault takes. */
  default long size() {
    return 100;
  }

  /** A fault of a response. */
  sealed interface OfResponse extends Fault {

    /** The names of all in JSON. */
    String KINDS =
        "refuse, delay, malformed_body, cut_body, patch_body, replace_body, connection_reset";

    /** Applies the fault. */
    void applyTo(Target response);
  }

  /** A response that takes faults. */
  interface Target {

    /** Replaces the response by an error. */
    void refuse(Refuse refusal);

    /** Delays the response, in sandbox time. */
    void delay(Duration by);

    /** Replaces the body by half a JSON document. */
    void malform();

    /** Ends the connection in the middle of the body. */
    void cut();

    /** Applies a JSON merge patch (RFC 7396) to the body. */
    void patch(ObjectNode patch);

    /** Replaces the body by one that is made of a template. */
    void replace(ObjectNode template);

    /** Resets the connection in place of the response. */
    void reset();
  }

  /** A fault of an attempt to deliver a webhook. */
  sealed interface OfWebhook extends Fault {

    /** The names of all in JSON. */
    String KINDS = "delay, duplicate, bad_signature";
  }

  /**
   * An error in place of the response. A refused submit creates no task.
   *
   * @param status 400 to 599
   * @param code the error body's code; {@code mock_fault} if absent
   * @param type the error body's type; {@code api_error} if absent
   * @param message the error body's message
   * @param headers more headers, such as {@code Retry-After}; at most 10
   * @param body the whole body, in place of the contract's error; goes with none of the three above
   */
  @JsonTypeName("refuse")
  record Refuse(
      int status,
      @Nullable String code,
      @Nullable String type,
      @Nullable String message,
      @Nullable Map<String, String> headers,
      @Nullable ObjectNode body)
      implements OfResponse {

    /**
     * Checks status, headers and body.
     *
     * @throws IllegalArgumentException if one of them is not allowed
     */
    public Refuse {
      if (status < 400 || status > 599) {
        throw new IllegalArgumentException(
            "'status' is " + status + "; expected an error status from 400 to 599");
      }
      if (body != null && (code != null || type != null || message != null)) {
        throw new IllegalArgumentException(
            "'body' is the whole body: leave out 'code', 'type' and 'message'");
      }
      headers = headers == null ? null : FaultHeaders.checked(headers);
    }

    @Override
    public long size() {
      long bytes = 200 + JsonSize.of(message) + JsonSize.of(body);
      if (headers != null) {
        for (Map.Entry<String, String> header : headers.entrySet()) {
          bytes += 60 + JsonSize.of(header.getKey()) + JsonSize.of(header.getValue());
        }
      }
      return bytes + JsonSize.of(code) + JsonSize.of(type);
    }

    @Override
    public void applyTo(Target response) {
      response.refuse(this);
    }
  }

  /**
   * A late response or attempt, in sandbox time; no thread waits for it.
   *
   * @param by the delay, from {@code PT0S} to {@code PT24H}
   */
  @JsonTypeName("delay")
  record Delay(Duration by) implements OfResponse, OfWebhook {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public Delay {
      if (by.isNegative() || by.compareTo(Duration.ofDays(1)) > 0) {
        throw new IllegalArgumentException(
            "'by' is " + by + "; expected a duration from PT0S to PT24H");
      }
    }

    @Override
    public void applyTo(Target response) {
      response.delay(by);
    }
  }

  /** Half a JSON document as the body of an otherwise whole response. */
  @JsonTypeName("malformed_body")
  record MalformedBody() implements OfResponse {
    @Override
    public void applyTo(Target response) {
      response.malform();
    }
  }

  /** The end of the connection in the middle of the body, before its {@code Content-Length}. */
  @JsonTypeName("cut_body")
  record CutBody() implements OfResponse {
    @Override
    public void applyTo(Target response) {
      response.cut();
    }
  }

  /** A JSON merge patch (RFC 7396) of the body: {@code null} removes a member. */
  @JsonTypeName("patch_body")
  record PatchBody(ObjectNode patch) implements OfResponse {
    @Override
    public long size() {
      return JsonSize.of(patch);
    }

    @Override
    public void applyTo(Target response) {
      response.patch(patch);
    }
  }

  /**
   * Another body in place of the response's.
   *
   * @param body a template: a string such as {@code $/id} stands for the value at this JSON pointer
   *     in the replaced body
   */
  @JsonTypeName("replace_body")
  record ReplaceBody(ObjectNode body) implements OfResponse {
    @Override
    public long size() {
      return JsonSize.of(body);
    }

    @Override
    public void applyTo(Target response) {
      response.replace(body);
    }
  }

  /** A TCP reset in place of the response. A submit creates its task all the same. */
  @JsonTypeName("connection_reset")
  record ConnectionReset() implements OfResponse {
    @Override
    public void applyTo(Target response) {
      response.reset();
    }
  }

  /** An attempt that is sent twice. */
  @JsonTypeName("duplicate")
  record Duplicate() implements OfWebhook {}

  /** An attempt with a wrong signature. */
  @JsonTypeName("bad_signature")
  record BadSignature() implements OfWebhook {}
}
