package dev.seedance.spec.http;

import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;

/** Certificates that a user names for trust. */
public final class Certificates {

  private Certificates() {}

  /**
   * Says which certificate is expired or not yet valid. A certificate that is named is trusted
   * without a look at its time, so it is checked when it is named.
   *
   * @return words for a message, about the first such certificate
   */
  public static Optional<String> outOfTime(Collection<? extends Certificate> certificates) {
    return certificates.stream()
        .filter(X509Certificate.class::isInstance)
        .map(X509Certificate.class::cast)
        .filter(certificate -> !isValidNow(certificate))
        .findFirst()
        .map(
            certificate ->
                "the certificate of '%s', which is valid from %s to %s only; renew it, or set the clock of this machine right"
                    .formatted(
                        certificate.getSubjectX500Principal().getName(),
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant()));
  }

  private static boolean isValidNow(X509Certificate certificate) {
    try {
      certificate.checkValidity();
      return true;
    } catch (CertificateExpiredException | CertificateNotYetValidException e) {
      return false;
    }
  }
}
