package dev.seedance.mock.log;

import dev.seedance.spec.text.ShownText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** A logger of warnings and errors. */
final class ServerLogger extends AbstractLogger {

  /** The longest message, in characters: a caller may have a say in it. */
  private static final int MOST_CHARACTERS = 1_000;

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // readResolve asks the provider
  private final transient BoundedLog log;

  private final boolean silent;

  ServerLogger(String name, BoundedLog log, boolean silent) {
    this.name = name;
    this.log = log;
    this.silent = silent;
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      @Nullable String pattern,
      Object @Nullable [] arguments,
      @Nullable Throwable failure) {
    OutOfMemory.note(failure); // before anything that needs memory
    String cause = failure == null ? "" : failure.getClass().getName();
    log.write(
        name + ' ' + level + ' ' + pattern + ' ' + cause,
        now -> {
          String message = MessageFormatter.basicArrayFormat(String.valueOf(pattern), arguments);
          String shown = ShownText.plain(message, MOST_CHARACTERS);
          return new LogEntry(now, level, name, shown, LogOutput.request(), 0, failure);
        });
  }

  @Override
  public boolean isErrorEnabled() {
    return !silent;
  }

  @Override
  public boolean isWarnEnabled() {
    return !silent;
  }

  @Override
  public boolean isInfoEnabled() {
    return false;
  }

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public boolean isErrorEnabled(@Nullable Marker marker) {
    return isErrorEnabled();
  }

  @Override
  public boolean isWarnEnabled(@Nullable Marker marker) {
    return isWarnEnabled();
  }

  @Override
  public boolean isInfoEnabled(@Nullable Marker marker) {
    return false;
  }

  @Override
  public boolean isDebugEnabled(@Nullable Marker marker) {
    return false;
  }

  @Override
  public boolean isTraceEnabled(@Nullable Marker marker) {
    return false;
  }
}
