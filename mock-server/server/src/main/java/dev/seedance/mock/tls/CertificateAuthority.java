package dev.seedance.mock.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.wildfly.security.x500.GeneralName;
import org.wildfly.security.x500.cert.AuthorityKeyIdentifierExtension;
import org.wildfly.security.x500.cert.BasicConstraintsExtension;
import org.wildfly.security.x500.cert.ExtendedKeyUsageExtension;
import org.wildfly.security.x500.cert.KeyUsage;
import org.wildfly.security.x500.cert.KeyUsageExtension;
import org.wildfly.security.x500.cert.SubjectAlternativeNamesExtension;
import org.wildfly.security.x500.cert.SubjectKeyIdentifierExtension;
import org.wildfly.security.x500.cert.X509CertificateBuilder;

/**
 * An authority of the server's own, which signs the certificates of this server and of nobody else.
 *
 * <p>Its certificates have what strict clients ask for (RFC 5280, Apple's limits): identifiers of
 * both keys, usages, names in the extension alone, and no lifetime over 398 days for a server.
 */
record CertificateAuthority(PrivateKey key, X509Certificate certificate) {

  /** The lifetime of an authority, which people install by hand. */
  private static final Duration OF_AUTHORITY = Duration.ofDays(3_650);

  /** The lifetime of a server's certificate, which is made anew at each start. */
  private static final Duration OF_SERVER = Duration.ofDays(397);

  /** The clock of a client may be behind. */
  private static final Duration BEFORE = Duration.ofDays(1);

  private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
  private static final String SIGNATURE = "SHA256withECDSA";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Creates an authority with a key of its own. */
  static CertificateAuthority create(Instant now) {
    KeyPair pair = newPair();
    byte[] id = keyId(pair.getPublic());
    var name =
        new X500Principal(
            "CN=Seedance mock CA %s, O=Seedance mock"
                .formatted(new BigInteger(1, id).toString(16).substring(0, 8)));
    var builder =
        certificate(name, pair.getPublic(), now, OF_AUTHORITY)
            .setIssuerDn(name)
            .setSigningKey(pair.getPrivate())
            .addExtension(new BasicConstraintsExtension(true, true, 0))
            .addExtension(new KeyUsageExtension(true, KeyUsage.keyCertSign, KeyUsage.cRLSign))
            .addExtension(new SubjectKeyIdentifierExtension(id));
    return new CertificateAuthority(pair.getPrivate(), build(builder));
  }

  /** Issues a certificate for a server with a key of its own. */
  Identity issue(List<GeneralName> names, Instant now) {
    KeyPair pair = newPair();
    var builder =
        certificate(new X500Principal("CN=Seedance mock server"), pair.getPublic(), now, OF_SERVER)
            .setIssuerDn(certificate.getSubjectX500Principal())
            .setSigningKey(key)
            .addExtension(new BasicConstraintsExtension(true, false, -1))
            .addExtension(new KeyUsageExtension(true, KeyUsage.digitalSignature))
            .addExtension(new ExtendedKeyUsageExtension(false, List.of(SERVER_AUTHENTICATION)))
            .addExtension(new SubjectAlternativeNamesExtension(false, names))
            .addExtension(new SubjectKeyIdentifierExtension(keyId(pair.getPublic())))
            .addExtension(
                new AuthorityKeyIdentifierExtension(
                    keyId(certificate.getPublicKey()), List.of(), null));
    return new Identity(pair.getPrivate(), List.of(build(builder)));
  }

  private static X509CertificateBuilder certificate(
      X500Principal subject, PublicKey key, Instant now, Duration lifetime) {
    return new X509CertificateBuilder()
        .setSubjectDn(subject)
        .setPublicKey(key)
        .setSerialNumber(new BigInteger(127, RANDOM).setBit(126))
        .setSignatureAlgorithmName(SIGNATURE)
        .setNotValidBefore(now.minus(BEFORE).atZone(ZoneOffset.UTC))
        .setNotValidAfter(now.plus(lifetime).atZone(ZoneOffset.UTC));
  }

  private static X509Certificate build(X509CertificateBuilder builder) {
    try {
      return builder.build();
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a hash that names a key to those who build chains. */
  private static byte[] keyId(PublicKey key) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(key.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
