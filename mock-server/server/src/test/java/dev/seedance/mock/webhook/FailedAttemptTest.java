package dev.seedance.mock.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailedAttemptTest {

  static List<Throwable> failures() {
    var path =
        new CertificateException(
            "PKIX path validation failed: "
                + new CertPathValidatorException("basic constraints check failed"),
            new CertPathValidatorException("basic constraints check failed"));
    return List.of(
        new ClosedChannelException(),
        new IOException(),
        new IOException("java.io.IOException"),
        new ConnectException("Connection refused: /127.0.0.1:9"),
        new CertificateException(new CertificateParsingException("no more data allowed")),
        path,
        new DecoderException(new SSLHandshakeException("Received fatal alert: handshake_failure")),
        new SSLException("javax.net.ssl.SSLException: bad record", new IOException("x")),
        new IllegalStateException((String) null),
        new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void is_told_without_a_name_of_a_class(Throwable failure) {
    assertThat(FailedAttempt.reply(failure).error())
        .isNotBlank()
        .doesNotContain("Exception", "Error", "java", "dev.", "null");
  }
}
