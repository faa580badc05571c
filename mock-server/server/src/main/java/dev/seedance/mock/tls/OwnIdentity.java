package dev.seedance.mock.tls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.x500.GeneralName;

/** Certificates of the server's own authority, each issued before the last one ends. */
final class OwnIdentity implements IdentitySource {

  private static final Duration LEAST_LEFT = Duration.ofDays(30);

  private final CertificateAuthority authority;
  private final List<GeneralName> names;
  private Instant renewal = Instant.MIN;

  OwnIdentity(CertificateAuthority authority, List<GeneralName> names) {
    this.authority = authority;
    this.names = names;
  }

  @Override
  public @Nullable Identity next(Instant now) {
    if (now.isBefore(renewal)) {
      return null;
    }
    Identity issued = authority.issue(names, now);
    renewal = issued.certificate().getNotAfter().toInstant().minus(LEAST_LEFT);
    return issued;
  }
}
