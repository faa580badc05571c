package dev.seedance.mock.options;

import dev.seedance.spec.http.Certificates;
import dev.seedance.spec.text.PastedText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Reads certificates from a PEM file. */
final class PemFile {

  private PemFile() {}

  /**
   * Returns the certificates of a file, at least one.
   *
   * @throws IllegalArgumentException if it holds none or one that is not valid now, or can't be
   *     read
   */
  static List<X509Certificate> read(String text) {
    String file = PastedText.trimmed(text);
    List<X509Certificate> certificates;
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
    } catch (IOException | InvalidPathException e) {
      throw unusable(file, "can't be read");
    } catch (CertificateException e) {
      throw unusable(file, "is not a PEM file of certificates");
    }
    if (certificates.isEmpty()) {
      throw unusable(file, "holds no certificate");
    }
    Optional<String> outOfTime = Certificates.outOfTime(certificates);
    if (outOfTime.isPresent()) {
      throw new IllegalArgumentException("'%s' holds %s".formatted(file, outOfTime.get()));
    }
    return certificates;
  }

  private static IllegalArgumentException unusable(String file, String why) {
    return new IllegalArgumentException(
        "'%s' %s; expected a PEM file with '-----BEGIN CERTIFICATE-----'".formatted(file, why));
  }
}
