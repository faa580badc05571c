package dev.seedance.mock.tls;

import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.options.StoreOptions;
import dev.seedance.mock.options.TlsOptions;
import dev.seedance.mock.time.RealTime;
import dev.seedance.mock.time.TimeSource;
import dev.seedance.spec.http.Certificates;
import io.micronaut.http.ssl.CertificateProvider;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Sinks;

/**
 * The certificate that new connections see. Open ones keep theirs. Thread-safe.
 *
 * <p>A new one that can't be used changes nothing; a line in the log says why.
 */
public final class ServerCertificate implements CertificateProvider {

  /** The name under which the HTTP server finds it. */
  public static final String NAME = "tls";

  /** The time after which changed files are seen. */
  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(ServerCertificate.class);

  /** Clients go by the clock of a machine, whatever time a test gives the server. */
  private static final TimeSource MACHINE = RealTime.ofThisMachine();

  private final RealTime realTime;
  private final IdentitySource source;
  private final @Nullable CertificateAuthority authority;
  private final Sinks.Many<KeyStore> stores = Sinks.many().replay().latest();
  private String lastFault = "";

  private ServerCertificate(
      RealTime realTime, IdentitySource source, @Nullable CertificateAuthority authority) {
    this.realTime = realTime;
    this.source = source;
    this.authority = authority;
    use(Objects.requireNonNull(source.next(MACHINE.instant())));
  }

  /**
   * Makes or reads the certificate that the options ask for.
   *
   * @throws TlsException if that can't be done; the message says why, and what to do
   */
  public static ServerCertificate of(OptionValues options, RealTime realTime) {
    String contradiction = TlsOptions.contradiction(options);
    if (contradiction != null) {
      throw new TlsException(contradiction);
    }
    String file = options.get(TlsOptions.TLS_CERT);
    String key = options.get(TlsOptions.TLS_KEY);
    if (file != null && key != null) {
      return new ServerCertificate(realTime, new IdentityFiles(file, key), null);
    }
    Instant now = MACHINE.instant();
    String data = options.get(StoreOptions.DATA);
    CertificateAuthority authority =
        data == null
            ? CertificateAuthority.create(now)
            : new AuthorityFolder(Path.of(data)).open(now);
    return new ServerCertificate(
        realTime, new OwnIdentity(authority, ServerNames.of(options)), authority);
  }

  /** Returns the certificate of the server's own authority in PEM; null if it has none. */
  public @Nullable String authority() {
    return authority == null ? null : Pem.of(authority.certificate());
  }

  /** Looks for changes from now on. */
  public void follow() {
    var unused = realTime.after(BETWEEN_CHECKS, this::checkAndFollow);
  }

  private void checkAndFollow() {
    check();
    follow();
  }

  /** Uses a new certificate if there is one. */
  void check() {
    try {
      Identity changed = source.next(MACHINE.instant());
      if (changed != null) {
        use(changed);
      }
    } catch (TlsException e) {
      String fault = String.valueOf(e.getMessage());
      if (!fault.equals(lastFault)) {
        LOG.warn("the new certificate is not used, the last one stays: {}", fault);
      }
      lastFault = fault;
    }
  }

  private void use(Identity identity) {
    KeyStore store = identity.keyStore();
    Certificates.outOfTime(identity.chain())
        .ifPresent(fault -> LOG.warn("most clients will refuse {}", fault));
    stores.tryEmitNext(store).orThrow();
    lastFault = "";
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public Publisher<KeyStore> getKeyStore() {
    return stores.asFlux();
  }
}
