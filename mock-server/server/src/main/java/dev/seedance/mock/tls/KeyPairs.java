package dev.seedance.mock.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Tells if the halves of a key pair belong together. */
final class KeyPairs {

  private static final byte[] TEXT = {1, 2, 3};

  private KeyPairs() {}

  /** Tells if what one key signs the other verifies. */
  static boolean match(PrivateKey secret, PublicKey known) {
    String algorithm = algorithm(known);
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(secret);
      signature.update(TEXT);
      byte[] signed = signature.sign();
      signature.initVerify(known);
      signature.update(TEXT);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false; // of different kinds
    }
  }

  private static String algorithm(PublicKey known) {
    return switch (known.getAlgorithm()) {
      case "EC" -> "SHA256withECDSA";
      case "RSA" -> "SHA256withRSA";
      default -> known.getAlgorithm();
    };
  }
}
