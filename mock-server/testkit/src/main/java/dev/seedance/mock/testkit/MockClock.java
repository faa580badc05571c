package dev.seedance.mock.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * The time of one sandbox. Each method asks the server; thread-safe.
 *
 * <p>A method that changes the time returns when all that came due has happened, webhook attempts
 * included. So don't call it on the thread that must answer one of those.
 *
 * <p>A client of the API may take it as its clock: {@code builder.clock(mock.clock())}.
 */
public final class MockClock implements InstantSource {

  private static final String PATH = "/clock";

  /** The ways in which time flows. */
  public enum Mode {
    /** As fast as real time. */
    REAL,
    /** A multiple of real time. */
    SCALED,
    /** Stands still until it is advanced or set. */
    FROZEN,
    /** Stands still but for polls, each of which advances it to the polled task's next event. */
    AUTO
  }

  private final ControlPlane control;

  MockClock(ControlPlane control) {
    this.control = control;
  }

  /** Returns the sandbox's now. */
  @Override
  public Instant instant() {
    return control.get(PATH).instant("now");
  }

  /** Returns the instant at which something will happen next; empty when nothing will. */
  public Optional<Instant> nextEvent() {
    return control.get(PATH).optionalInstant("next_event_at");
  }

  /** Returns how time flows. */
  public Mode mode() {
    return Mode.valueOf(control.get(PATH).text("mode").toUpperCase(Locale.ROOT));
  }

  /** Returns how many sandbox seconds pass in a real second; 0 when time stands still. */
  public double scale() {
    return control.get(PATH).number("scale").doubleValue();
  }

  /**
   * Lets time flow in another way from now on.
   *
   * @param mode any but {@link Mode#SCALED}, which {@link #scale(double)} sets
   */
  public void set(Mode mode) {
    control.put(PATH, JsonObject.EMPTY.with("mode", mode.name().toLowerCase(Locale.ROOT)));
  }

  /**
   * Sets the sandbox's now. A later one lets happen what lies between; an earlier one undoes
   * nothing.
   *
   * @param now from 1970 to 9000
   * @throws IllegalArgumentException when it is out of range
   */
  public void set(Instant now) {
    control.put(PATH, JsonObject.EMPTY.with("now", now.toString()));
  }

  /**
   * Lets time flow at a multiple of real time.
   *
   * @param scale over 0 and at most 100,000
   * @throws IllegalArgumentException when it is out of range
   */
  public void scale(double scale) {
    control.put(PATH, JsonObject.EMPTY.with("mode", "scaled").with("scale", scale));
  }

  /** Stops time: only {@link #advance}, {@link #advanceToNext} and {@link #set} change it. */
  public void freeze() {
    set(Mode.FROZEN);
  }

  /**
   * Advances time.
   *
   * @param by not negative, and not beyond the year 9000; zero waits for what is due already
   * @throws IllegalArgumentException when it is out of range
   */
  public void advance(Duration by) {
    control.post(PATH + "/advance", JsonObject.EMPTY.with("by", by.toString()));
  }

  /** Advances time to the next event; nothing changes when there is none. */
  public void advanceToNext() {
    control.post(PATH + "/advance-to-next");
  }
}
