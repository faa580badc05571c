package dev.seedance.spec.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that the environment names, read as curl reads them: {@code https_proxy} and {@code
 * http_proxy}, then {@code all_proxy}, and {@code no_proxy} for the exceptions. Names in lower case
 * win. {@code HTTP_PROXY} is ignored, because a web server gives its programs a request's header
 * {@code Proxy} under this name.
 */
final class EnvironmentProxies extends ProxySelector {

  private static final Pattern FORM =
      Pattern.compile(
          "(?i)(?:http://)?(?![a-z][a-z0-9+.-]*://)(?:(.*)@)?(\\[[0-9a-f:.]+]|[^\\[\\]/:@?#\\s]+)(?::(\\d{1,5}))?/?");

  private static final Map<String, List<String>> VARIABLES =
      Map.of(
          "http", List.of("http_proxy", "all_proxy", "ALL_PROXY"),
          "https", List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"));

  private static final int DEFAULT_PORT = 1080;

  private final Map<String, Optional<Endpoint>> endpoints;
  private final NoProxy exceptions;

  private EnvironmentProxies(Map<String, Optional<Endpoint>> endpoints, NoProxy exceptions) {
    this.endpoints = endpoints;
    this.exceptions = exceptions;
  }

  /**
   * Reads the variables.
   *
   * @throws IllegalArgumentException if one can't be used; the message shows no password
   */
  static EnvironmentProxies of(Map<String, String> environment) {
    return new EnvironmentProxies(
        Map.of("http", endpoint("http", environment), "https", endpoint("https", environment)),
        NoProxy.of(
            first(List.of("no_proxy", "NO_PROXY"), environment).map(Variable::value).orElse("")));
  }

  /** Returns the header by which a proxy knows the caller; empty if none is asked or needed. */
  Optional<String> authorization(URI uri) {
    return endpoint(uri).map(Endpoint::authorization);
  }

  /** Returns the proxy of the environment, else that of the JVM's own settings. */
  @Override
  public List<Proxy> select(URI uri) {
    Optional<Endpoint> endpoint = endpoint(uri);
    if (endpoint.isPresent()) {
      return List.of(new Proxy(Proxy.Type.HTTP, endpoint.get().address()));
    }
    boolean excepted = endpoints.getOrDefault(uri.getScheme(), Optional.empty()).isPresent();
    ProxySelector ofTheJvm = ProxySelector.getDefault();
    return excepted || ofTheJvm == null ? List.of(Proxy.NO_PROXY) : ofTheJvm.select(uri);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
    // The failure reaches the user through the call.
  }

  private Optional<Endpoint> endpoint(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost();
    int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
    return exceptions.covers(host, port)
        ? Optional.empty()
        : endpoints.getOrDefault(uri.getScheme(), Optional.empty());
  }

  private static Optional<Endpoint> endpoint(String scheme, Map<String, String> environment) {
    return first(VARIABLES.getOrDefault(scheme, List.of()), environment).map(Endpoint::of);
  }

  /** Returns the first variable with a value; an empty one counts as unset. */
  private static Optional<Variable> first(List<String> names, Map<String, String> environment) {
    return names.stream()
        .map(name -> new Variable(name, environment.getOrDefault(name, "").strip()))
        .filter(variable -> !variable.value().isEmpty())
        .findFirst();
  }

  private record Variable(String name, String value) {}

  private record Endpoint(InetSocketAddress address, @Nullable String authorization) {

    static Endpoint of(Variable variable) {
      Matcher parts = FORM.matcher(variable.value());
      int port =
          !parts.matches()
              ? -1
              : parts.group(3) == null ? DEFAULT_PORT : Integer.parseInt(parts.group(3));
      if (port < 1 || port > 65_535) {
        throw new IllegalArgumentException(
            "%s is '%s', expected http://[USER:PASSWORD@]HOST[:PORT]; other kinds of proxies are not supported"
                .formatted(variable.name(), withoutUser(variable.value())));
      }
      return new Endpoint(
          InetSocketAddress.createUnresolved(parts.group(2).replaceAll("[\\[\\]]", ""), port),
          authorization(parts.group(1)));
    }

    private static @Nullable String authorization(@Nullable String user) {
      if (user == null) {
        return null;
      }
      String plain = user.contains(":") ? user : user + ":";
      byte[] bytes = decoded(plain).getBytes(StandardCharsets.UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(bytes);
    }

    private static String decoded(String text) {
      try {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        return text; // a lone percent sign stands for itself
      }
    }

    private static String withoutUser(String value) {
      return value.replaceAll("(?s)(^|://).*@", "$1***@");
    }
  }
}
