package dev.seedance.mock.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes PEM files of certificates and private keys. */
final class Pem {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
  private static final Pattern HEADER = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----");
  private static final String KEY = "PRIVATE KEY";
  private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private Pem() {}

  static String of(X509Certificate certificate) {
    try {
      return block("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String of(PrivateKey key) {
    return block(KEY, key.getEncoded());
  }

  private static String block(String type, byte[] bytes) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(type, LINES.encodeToString(bytes), type);
  }

  /**
   * Reads certificates, at least one.
   *
   * @param name of the file, for the message
   */
  static List<X509Certificate> certificates(String name, byte[] file) {
    List<X509Certificate> certificates;
    try {
      certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(file))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
    } catch (CertificateException e) {
      throw new TlsException(notCertificates(name), e);
    }
    if (certificates.isEmpty()) {
      throw new TlsException(notCertificates(name));
    }
    return certificates;
  }

  private static String notCertificates(String name) {
    return "'%s' is not a PEM file of certificates; expected '-----BEGIN CERTIFICATE-----' and what follows it"
        .formatted(name);
  }

  /**
   * Reads a private key.
   *
   * @param name of the file, for the message, which shows nothing of its content
   */
  static PrivateKey key(String name, byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    Matcher blocks = BLOCK.matcher(text);
    while (blocks.find()) {
      if (blocks.group(1).equals(KEY)) {
        return decode(name, blocks.group(2));
      }
    }
    throw new TlsException(noKey(name, text));
  }

  private static PrivateKey decode(String name, String base64) {
    PKCS8EncodedKeySpec encoded;
    try {
      encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      throw new TlsException("the key in '%s' is not in Base64; is it whole?".formatted(name));
    }
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
      } catch (GeneralSecurityException e) {
        // of another algorithm
      }
    }
    throw new TlsException(
        "the key in '%s' is broken or of an unknown kind; expected one of %s in PKCS#8"
            .formatted(name, String.join(", ", ALGORITHMS)));
  }

  private static String noKey(String name, String text) {
    Matcher header = HEADER.matcher(text);
    while (header.find()) {
      String type = header.group(1);
      if (type.startsWith("ENCRYPTED")
          || (type.endsWith(KEY) && text.contains("Proc-Type: 4,ENCRYPTED"))) {
        return "the key in '%s' is encrypted; expected one that is not: openssl pkcs8 -topk8 -nocrypt -in FILE -out key.pem"
            .formatted(name);
      }
      if (type.equals(KEY)) {
        return "the key in '%s' is not whole; expected lines of Base64 between '-----BEGIN PRIVATE KEY-----' and '-----END PRIVATE KEY-----'"
            .formatted(name);
      }
      if (type.endsWith(KEY)) {
        return "'%s' holds '-----BEGIN %s-----'; expected PKCS#8 ('-----BEGIN PRIVATE KEY-----'): openssl pkcs8 -topk8 -nocrypt -in FILE -out key.pem"
            .formatted(name, type);
      }
    }
    return "'%s' holds no private key; expected a PEM file with '-----BEGIN PRIVATE KEY-----'"
        .formatted(name);
  }
}
