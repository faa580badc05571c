package dev.seedance.mock.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The authority in a data folder, which is the same at each start. */
final class AuthorityFolder {

  /** An authority that ends sooner is replaced. */
  private static final Duration LEAST_LEFT = Duration.ofDays(60);

  private static final String KEY = "ca-key.pem";
  private static final String CERTIFICATE = "ca.pem";

  private final Path folder;

  /**
   * Creates the place.
   *
   * @param data the data folder, which exists
   */
  AuthorityFolder(Path data) {
    this.folder = data.resolve("tls");
  }

  /**
   * Returns the authority that is kept, or a new one that is kept from now on.
   *
   * @throws TlsException if the files can't be read or written, or don't fit together
   */
  CertificateAuthority open(Instant now) {
    try {
      CertificateAuthority kept = read();
      if (kept != null
          && kept.certificate().getNotAfter().toInstant().isAfter(now.plus(LEAST_LEFT))) {
        return kept;
      }
      CertificateAuthority created = CertificateAuthority.create(now);
      write(created);
      return created;
    } catch (IOException e) {
      throw new TlsException(
          "the folder '%s' of the server's own authority can't be used (%s); let this user write there, or give another --data"
              .formatted(folder, e),
          e);
    }
  }

  private @Nullable CertificateAuthority read() throws IOException {
    byte[] key;
    byte[] certificate;
    try {
      key = Files.readAllBytes(folder.resolve(KEY));
      certificate = Files.readAllBytes(folder.resolve(CERTIFICATE));
    } catch (NoSuchFileException e) {
      return null; // the certificate comes last and goes first, so two files always fit together
    }
    var authority =
        new CertificateAuthority(
            Pem.key(folder.resolve(KEY).toString(), key),
            Pem.certificates(folder.resolve(CERTIFICATE).toString(), certificate).get(0));
    if (!KeyPairs.match(authority.key(), authority.certificate().getPublicKey())) {
      throw new TlsException(
          "the key in '%s' does not belong to '%s' beside it; restore both from one backup, or delete both for a new authority"
              .formatted(folder.resolve(KEY), CERTIFICATE));
    }
    return authority;
  }

  private void write(CertificateAuthority authority) throws IOException {
    Files.createDirectories(folder, permissions("rwx------"));
    Files.deleteIfExists(folder.resolve(CERTIFICATE));
    write(KEY, Pem.of(authority.key()));
    write(CERTIFICATE, Pem.of(authority.certificate()));
  }

  /** Writes a file whole or not at all, for this user alone from its first byte on. */
  private void write(String name, String text) throws IOException {
    Path unfinished = folder.resolve(name + ".new");
    Files.deleteIfExists(unfinished);
    Files.createFile(unfinished, permissions("rw-------"));
    Files.writeString(unfinished, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    Files.move(
        unfinished,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private FileAttribute<?>[] permissions(String posix) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))
        }
        : new FileAttribute<?>[0];
  }
}
