package dev.seedance.mock.webhook;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.spec.http.HttpUrl;
import io.netty.util.NetUtil;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets webhooks go to loopback addresses, and to the hosts that the server was started with.
 *
 * <p>The address counts, not the name: a name is resolved anew for every attempt and the connection
 * goes to the very address that was checked, so that a name whose address changes in between gains
 * nothing. In a JVM of its own the server switches the JVM's cache of names off; inside another
 * program that cache is the program's.
 */
@Singleton
final class TargetPolicy {

  /** Finds the addresses of a host name. */
  @FunctionalInterface
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  private static final String LOCALHOST = "localhost";

  private final Set<String> allowedHosts;
  private final Resolver resolver;

  @Inject
  TargetPolicy(OptionValues options) {
    this(options.get(MockOptions.WEBHOOK_HOSTS), InetAddress::getAllByName);
  }

  TargetPolicy(Collection<String> allowedHosts, Resolver resolver) {
    this.allowedHosts =
        allowedHosts.stream().map(HttpUrl::normalHost).collect(Collectors.toUnmodifiableSet());
    this.resolver = resolver;
  }

  /** Returns true if the addresses of a host are known without a look-up. */
  static boolean isKnown(String host) {
    return host.equals(LOCALHOST)
        || NetUtil.isValidIpV4Address(host)
        || NetUtil.isValidIpV6Address(host);
  }

  /**
   * Returns the addresses of a target that may be connected to, in the resolver's order; may block
   * on DNS, unless the host {@link #isKnown}.
   *
   * @throws UnknownHostException if the name has no address
   * @throws IllegalArgumentException if it has none that is allowed
   */
  List<InetAddress> addresses(Target target) throws UnknownHostException {
    InetAddress[] all = all(target.host());
    List<InetAddress> allowed =
        Stream.of(all).filter(address -> isAllowed(target.host(), address)).toList();
    if (allowed.isEmpty()) {
      throw new IllegalArgumentException(
          "not allowed: '%s' is at %s, and webhooks go to loopback addresses only; start the server with --allow-webhook-host %s"
              .formatted(
                  target.host(),
                  Stream.of(all).map(InetAddress::getHostAddress).collect(Collectors.joining(", ")),
                  target.host()));
    }
    return allowed;
  }

  private InetAddress[] all(String host) throws UnknownHostException {
    if (host.equals(LOCALHOST)) {
      return new InetAddress[] {NetUtil.LOCALHOST4, NetUtil.LOCALHOST6};
    }
    return isKnown(host) ? InetAddress.getAllByName(host) : resolver.resolve(host);
  }

  /**
   * Returns true for loopback addresses and those of allowed hosts. A name that was allowed does
   * not reach link-local addresses, where clouds keep credentials; such an address is allowed by
   * itself only.
   */
  private boolean isAllowed(String host, InetAddress address) {
    if (address.isLoopbackAddress()) {
      return true;
    }
    boolean literal = HttpUrl.normalHost(address.getHostAddress()).equals(host);
    return allowedHosts.contains(host)
        && !address.isAnyLocalAddress()
        && !address.isMulticastAddress()
        && (literal || !address.isLinkLocalAddress());
  }
}
