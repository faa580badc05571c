package dev.seedance.mock.scenario;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that goes wrong, as data. {@link StruckAnswer} is the one place that does it to an
 * answer; webhook delivery does it to an attempt.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(Fault.Refuse.class),
  @JsonSubTypes.Type(Fault.Delay.class),
  @JsonSubTypes.Type(Fault.MalformedBody.class),
  @JsonSubTypes.Type(Fault.CutBody.class),
  @JsonSubTypes.Type(Fault.PatchBody.class),
  @JsonSubTypes.Type(Fault.ConnectionReset.class),
  @JsonSubTypes.Type(Fault.Duplicate.class),
  @JsonSubTypes.Type(Fault.BadSignature.class)
})
public sealed interface Fault {

  /** What can go wrong with an answer of ours. */
  sealed interface OfAnswer extends Fault {
    /** Does it. */
    void strike(StruckAnswer answer);
  }

  /** What can go wrong with an attempt to deliver a webhook. */
  sealed interface OfWebhook extends Fault {}

  /**
   * An error instead of an answer. A refused submit makes no task.
   *
   * @param status 400 to 599
   * @param code the error body's code; {@code mock_fault} where absent
   * @param type the error body's type; {@code api_error} where absent
   * @param message the error body's message
   * @param headers more headers, such as {@code Retry-After}; at most 10
   */
  @JsonTypeName("refuse")
  record Refuse(
      int status,
      @Nullable String code,
      @Nullable String type,
      @Nullable String message,
      @Nullable Map<String, String> headers)
      implements OfAnswer {

    /**
     * Checks status and headers.
     *
     * @throws IllegalArgumentException where one is not allowed
     */
    public Refuse {
      if (status < 400 || status > 599) {
        throw new IllegalArgumentException(
            "'status' is " + status + "; expected an error status from 400 to 599");
      }
      headers = headers == null ? null : FaultHeaders.checked(headers);
    }

    @Override
    public void strike(StruckAnswer answer) {
      answer.refuse(this);
    }
  }

  /**
   * The answer, or the attempt, comes later: in sandbox time, and no thread waits for it.
   *
   * @param by how much later, from {@code PT0S} to {@code PT24H}
   */
  @JsonTypeName("delay")
  record Delay(Duration by) implements OfAnswer, OfWebhook {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException where it is out of range
     */
    public Delay {
      if (by.isNegative() || by.compareTo(Duration.ofDays(1)) > 0) {
        throw new IllegalArgumentException(
            "'by' is " + by + "; expected a duration from PT0S to PT24H");
      }
    }

    @Override
    public void strike(StruckAnswer answer) {
      answer.delay(by);
    }
  }

  /** A whole answer, but its body is half a JSON document. */
  @JsonTypeName("malformed_body")
  record MalformedBody() implements OfAnswer {
    @Override
    public void strike(StruckAnswer answer) {
      answer.malform();
    }
  }

  /** The connection ends in the middle of the body, short of its {@code Content-Length}. */
  @JsonTypeName("cut_body")
  record CutBody() implements OfAnswer {
    @Override
    public void strike(StruckAnswer answer) {
      answer.cut();
    }
  }

  /**
   * The body with a JSON merge patch (RFC 7396) applied: {@code null} takes a member away.
   *
   * @param patch the patch
   */
  @JsonTypeName("patch_body")
  record PatchBody(ObjectNode patch) implements OfAnswer {
    @Override
    public void strike(StruckAnswer answer) {
      answer.patch(patch);
    }
  }

  /** A TCP reset instead of an answer. A submit has made its task all the same. */
  @JsonTypeName("connection_reset")
  record ConnectionReset() implements OfAnswer {
    @Override
    public void strike(StruckAnswer answer) {
      answer.reset();
    }
  }

  /** The attempt is sent twice. */
  @JsonTypeName("duplicate")
  record Duplicate() implements OfWebhook {}

  /** The attempt's signature is wrong. */
  @JsonTypeName("bad_signature")
  record BadSignature() implements OfWebhook {}
}
