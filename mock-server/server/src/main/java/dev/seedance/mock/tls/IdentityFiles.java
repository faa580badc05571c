package dev.seedance.mock.tls;

import dev.seedance.mock.options.TlsOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate and a key in PEM files, which somebody else renews.
 *
 * <p>Their bytes are compared, not their times: a link that is switched and a file that is written
 * within one tick of its clock are seen too.
 */
final class IdentityFiles implements IdentitySource {

  /** No chain is longer; what is may be any file. */
  private static final long MAX_BYTES = 1L << 20;

  private final Path certificateFile;
  private final Path keyFile;
  private byte[] lastCertificate = {};
  private byte[] lastKey = {};

  IdentityFiles(String certificateFile, String keyFile) {
    this.certificateFile = path(TlsOptions.TLS_CERT.flag(), certificateFile);
    this.keyFile = path(TlsOptions.TLS_KEY.flag(), keyFile);
  }

  @Override
  public @Nullable Identity next(Instant now) {
    byte[] certificates = read(TlsOptions.TLS_CERT.flag(), certificateFile);
    byte[] key = read(TlsOptions.TLS_KEY.flag(), keyFile);
    if (Arrays.equals(certificates, lastCertificate) && Arrays.equals(key, lastKey)) {
      return null;
    }
    lastCertificate = certificates;
    lastKey = key;
    List<X509Certificate> chain = Pem.certificates(certificateFile.toString(), certificates);
    PrivateKey secret = Pem.key(keyFile.toString(), key);
    if (!KeyPairs.match(secret, chain.get(0).getPublicKey())) {
      throw new TlsException(
          "the key in '%s' does not belong to the first certificate in '%s' (%s); give the key that it was made with, and put the server's certificate before those of its issuers"
              .formatted(
                  keyFile, certificateFile, chain.get(0).getSubjectX500Principal().getName()));
    }
    return new Identity(secret, chain);
  }

  private static Path path(String option, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TlsException("%s: '%s' is no path; expected a PEM file".formatted(option, text), e);
    }
  }

  private static byte[] read(String option, Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new TlsException(
            "%s: '%s' has more than %d bytes; expected a PEM file"
                .formatted(option, file, MAX_BYTES));
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new TlsException(
          "%s: there is no file '%s'; expected a PEM file".formatted(option, file), e);
    } catch (IOException e) {
      throw new TlsException(
          "%s: '%s' can't be read (%s); expected a PEM file that this user may read"
              .formatted(option, file, e.getClass().getSimpleName()),
          e);
    }
  }
}
