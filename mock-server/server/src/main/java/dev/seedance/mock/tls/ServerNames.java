package dev.seedance.mock.tls;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.spec.http.HttpUrl;
import io.netty.util.NetUtil;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wildfly.security.x500.GeneralName;

/** The names and addresses for which the server's own certificate is valid. */
final class ServerNames {

  private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "::1");

  private ServerNames() {}

  /** Returns those of this machine, the address that is bound, and the host of the public URL. */
  static List<GeneralName> of(OptionValues options) {
    Set<String> names = new LinkedHashSet<>(THIS_MACHINE);
    names.add(bare(options.get(MockOptions.HOST)));
    HttpUrl publicUrl = options.get(MockOptions.PUBLIC_URL);
    if (publicUrl != null) {
      names.add(bare(publicUrl.host()));
    }
    return names.stream().map(ServerNames::named).toList();
  }

  /** Returns a host without the brackets and the zone of an IPv6 address. */
  private static String bare(String host) {
    return host.replaceAll("^\\[|]$|%.*$", "").toLowerCase(Locale.ROOT);
  }

  private static GeneralName named(String host) {
    if (!NetUtil.isValidIpV4Address(host) && !NetUtil.isValidIpV6Address(host)) {
      return new GeneralName.DNSName(ascii(host));
    }
    try {
      return new GeneralName.IPAddress(InetAddress.getByName(host).getAddress());
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // an address is not looked up
    }
  }

  private static String ascii(String host) {
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      throw new TlsException(
          "'%s' is no name that a certificate can hold; give --host and --public-url a valid one"
              .formatted(host),
          e);
    }
  }
}
