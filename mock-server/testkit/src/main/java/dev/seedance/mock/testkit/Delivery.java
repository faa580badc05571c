package dev.seedance.mock.testkit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** An event on its way to a receiver, as it was when the server was asked. Immutable. */
public final class Delivery {

  private final JsonObject json;

  Delivery(JsonObject json) {
    this.json = json;
  }

  /** The states of a delivery. */
  public enum Status {
    /** It will be tried. */
    PENDING,
    /** A receiver took it. */
    DELIVERED,
    /** The last try failed. */
    FAILED
  }

  /** Returns the event's id, the same on every attempt. */
  public String id() {
    return json.text("id");
  }

  /** Returns the event's type, such as {@code generation.completed}. */
  public String type() {
    return json.text("type");
  }

  /** Returns the id of the task that it tells of. */
  public String taskId() {
    return json.text("task_id");
  }

  /** Returns the receiver, the values of its query hidden. */
  public String url() {
    return json.text("url");
  }

  /** Returns the raw body, the same on every attempt. */
  public String body() {
    return json.text("body");
  }

  /** Returns how it stands. */
  public Status status() {
    return Status.valueOf(json.text("status").toUpperCase(Locale.ROOT));
  }

  /** Returns when it is tried next, in sandbox time; empty when it is not. */
  public Optional<Instant> nextAttemptAt() {
    return json.optionalInstant("next_attempt_at");
  }

  /** Returns the last attempts, at most 20, the oldest first. */
  public List<Attempt> attempts() {
    return json.objects("attempts").stream().map(Attempt::new).toList();
  }

  /** Returns a line such as {@code generation.completed of tsk_vid_…: delivered, 1 attempts}. */
  @Override
  public String toString() {
    return "%s of %s: %s, %d attempts"
        .formatted(type(), taskId(), json.text("status"), attempts().size());
  }

  /** One try to deliver an event. Immutable. */
  public static final class Attempt {

    private final JsonObject json;

    private Attempt(JsonObject json) {
      this.json = json;
    }

    /** Returns 1 for the first. */
    public int number() {
      return json.number("number").intValueExact();
    }

    /** Returns when it was made, in sandbox time. */
    public Instant at() {
      return json.instant("at");
    }

    /** Returns true when the retry table made it, false when it was asked for. */
    public boolean isPlanned() {
      return json.flag("planned");
    }

    /** Returns the headers that were sent. */
    public Map<String, String> headers() {
      JsonObject headers = json.object("headers");
      Map<String, String> all = new LinkedHashMap<>();
      headers.members().keySet().forEach(name -> all.put(name, headers.text(name)));
      return all;
    }

    /** Returns the HTTP status of the receiver's response; empty when none came. */
    public OptionalInt status() {
      return json.optionalInteger("status");
    }

    /** Returns the beginning of the response's body; empty when none came. */
    public Optional<String> response() {
      return json.optionalText("response");
    }

    /** Returns why no response came; empty when one did. */
    public Optional<String> error() {
      return json.optionalText("error");
    }

    /** Returns the attempt as JSON. */
    @Override
    public String toString() {
      return json.toString();
    }
  }
}
