package dev.seedance.mock.webhook;

import io.netty.handler.ssl.NotSslRecordException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says why an attempt came to nothing, in a line for the delivery log. */
final class FailedAttempt {

  static final Reply TIMED_OUT =
      Reply.failed(
          "no answer within the time limit of " + WebhookClient.TIMEOUT.toSeconds() + " s");

  private static final String NOT_VALID_NOW =
      "the receiver's certificate is not valid at this time; renew it";

  private record Reason(Class<? extends Throwable> cause, String text) {}

  /** The first whose cause is among those of a failure counts; {@code %s} is its message. */
  private static final List<Reason> REASONS =
      List.of(
          new Reason(
              NotSslRecordException.class,
              "the receiver does not speak TLS; is its URL an http one?"),
          new Reason(CertificateExpiredException.class, NOT_VALID_NOW),
          new Reason(CertificateNotYetValidException.class, NOT_VALID_NOW),
          new Reason(
              CertPathBuilderException.class,
              "the receiver's certificate is not trusted; if it is self-signed or of your own authority, start the server with --webhook-ca FILE"),
          new Reason(CertificateException.class, "the receiver's certificate is refused: %s"),
          new Reason(SSLException.class, "no TLS connection: %s"),
          new Reason(ClosedChannelException.class, "the connection was closed without an answer"));

  /** Java's name of a failure, which its messages have from the failures below them. */
  private static final Pattern CLASS_NAME =
      Pattern.compile("(?:[\\w$]+\\.)+[\\w$]*(?:Exception|Error)\\b(?::\\s*)?");

  private FailedAttempt() {}

  static Reply reply(Throwable failure) {
    return Reply.failed(
        REASONS.stream()
            .flatMap(reason -> text(reason, failure).stream())
            .findFirst()
            .orElseGet(() -> message(failure)));
  }

  private static Optional<String> text(Reason reason, Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(reason.cause::isInstance)
        .reduce((outer, inner) -> inner)
        .map(cause -> reason.text.formatted(message(cause)));
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    String words = message == null ? "" : CLASS_NAME.matcher(message).replaceAll("").strip();
    return words.isEmpty() ? "no connection, for a reason that is not known" : words;
  }
}
