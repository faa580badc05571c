package dev.seedance.mock.http.netty;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.options.WebOrigin;
import dev.seedance.spec.http.HttpUrl;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells names that can only mean this machine from names whose owner may point them at it.
 *
 * <p>A web page of {@code attacker.example} may let its name resolve to 127.0.0.1; to the browser
 * the mock is then a part of that page, which may read and write everything (DNS rebinding). The
 * Host header still holds the name. Addresses, names without a dot and reserved top-level domains
 * have no owner.
 */
final class DnsRebindingGuard {

  private static final Pattern HOST = Pattern.compile("(\\[[^]]*]|[^:]*)(?::\\d*)?");
  private static final Pattern ADDRESS = Pattern.compile("\\[.*]|[0-9.]+");
  private static final List<String> RESERVED = List.of(".localhost", ".test", ".internal");

  private final Set<String> named;

  static DnsRebindingGuard of(OptionValues options) {
    HttpUrl publicUrl = options.get(MockOptions.PUBLIC_URL);
    String host = options.get(MockOptions.HOST);
    return new DnsRebindingGuard(
        publicUrl == null ? List.of(host) : List.of(host, publicUrl.host()),
        options.get(MockOptions.CORS_ORIGINS));
  }

  /**
   * Creates a guard that lets these names pass too.
   *
   * @param hosts the address that the server binds, and the host of its public URL
   * @param origins origins whose pages may call the API, and so be the API's own
   */
  DnsRebindingGuard(Collection<String> hosts, Collection<WebOrigin> origins) {
    this.named =
        Stream.concat(hosts.stream(), origins.stream().map(WebOrigin::host))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Tells if a Host header, with or without a port, can only mean this machine. */
  boolean include(String header) {
    var parts = HOST.matcher(header.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return false;
    }
    String host = parts.group(1);
    return ADDRESS.matcher(host).matches()
        || host.indexOf('.') < 0
        || RESERVED.stream().anyMatch(host::endsWith)
        || named.contains(host);
  }
}
