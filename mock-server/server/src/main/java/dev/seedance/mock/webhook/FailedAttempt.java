package dev.seedance.mock.webhook;

import io.netty.handler.ssl.NotSslRecordException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says why an attempt came to nothing, in a line for the delivery log. */
final class FailedAttempt {

  private FailedAttempt() {}

  static String reason(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return "no answer within the time limit of " + WebhookClient.TIMEOUT.toSeconds() + " s";
    }
    return tls(failure).orElseGet(() -> message(failure));
  }

  private static Optional<String> tls(Throwable failure) {
    if (cause(failure, NotSslRecordException.class).isPresent()) {
      return Optional.of("the receiver does not speak TLS; is its URL an http one?");
    }
    if (cause(failure, CertificateExpiredException.class).isPresent()
        || cause(failure, CertificateNotYetValidException.class).isPresent()) {
      return Optional.of("the receiver's certificate is not valid at this time; renew it");
    }
    if (cause(failure, CertPathBuilderException.class).isPresent()) {
      return Optional.of(
          "the receiver's certificate is not trusted; if it is self-signed or of your own authority, start the server with --webhook-ca FILE");
    }
    return cause(failure, CertificateException.class)
        .map(wrong -> "the receiver's certificate is refused: " + message(wrong))
        .or(
            () ->
                cause(failure, SSLException.class)
                    .map(broken -> "no TLS connection: " + message(broken)));
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .reduce((outer, inner) -> inner);
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
