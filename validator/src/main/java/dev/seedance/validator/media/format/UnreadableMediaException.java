package dev.seedance.validator.media.format;

/** Thrown if a file can't be got or read. */
public final class UnreadableMediaException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;
  private final String detail;

  private UnreadableMediaException(String reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
    this.detail = detail;
  }

  /** The file can't be opened; the detail says why. */
  public static UnreadableMediaException file(String detail) {
    return new UnreadableMediaException("file", detail);
  }

  /** A server responds with another status than 200. */
  public static UnreadableMediaException status(int status) {
    return new UnreadableMediaException("status", String.valueOf(status));
  }

  /** There is no connection to the server, or it breaks; the detail says why. */
  public static UnreadableMediaException connection(String detail) {
    return new UnreadableMediaException("connection", detail);
  }

  /** The bytes are damaged or cut off. */
  public static UnreadableMediaException damaged() {
    return new UnreadableMediaException("damaged", "");
  }

  /** The file does not tell its length in a place that is looked at. */
  public static UnreadableMediaException noLength() {
    return new UnreadableMediaException("no-length", "");
  }

  /** Nothing here reads files of that type. */
  public static UnreadableMediaException noReader() {
    return new UnreadableMediaException("no-reader", "");
  }

  /** Returns the variant of the message. */
  public String reason() {
    return reason;
  }

  /** Returns what the message names; empty if nothing. */
  public String detail() {
    return detail;
  }
}
