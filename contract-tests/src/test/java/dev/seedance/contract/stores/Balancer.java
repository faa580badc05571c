package dev.seedance.contract.stores;

import dev.seedance.contract.docs.Listing;
import dev.seedance.contract.docs.Nginx;
import dev.seedance.contract.docs.Page;
import dev.seedance.contract.docs.Programs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A balancer in front of two servers, with the configuration that the page on clusters shows. */
final class Balancer implements AutoCloseable {

  private static final String CONFIGURATION = "balancer.conf";

  private static final Duration LONGEST_START = Duration.ofSeconds(20);

  private final Process process;
  private final int port;

  private Balancer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Balancer nginx(Page page, Path folder, Site site) throws IOException {
    Nginx.require();
    return start(
        page, folder, site, "nginx", Nginx.command(folder, CONFIGURATION), Nginx.frame("crit"));
  }

  static Balancer haproxy(Page page, Path folder, Site site) throws IOException {
    Programs.require(Programs.runs("haproxy", "-v"), "haproxy");
    return start(
        page,
        folder,
        site,
        "haproxy",
        List.of("haproxy", "-q", "-f", folder.resolve(CONFIGURATION).toString()),
        "%s");
  }

  /**
   * Starts a balancer.
   *
   * @param page has the listing
   * @param language of the listing
   * @param frame the file around the listing, which stands at {@code %s}
   */
  private static Balancer start(
      Page page, Path folder, Site site, String language, List<String> command, String frame)
      throws IOException {
    int port = Programs.freePort();
    String listing =
        page.listings().stream()
            .filter(found -> found.language().equals(language))
            .map(Listing::text)
            .findFirst()
            .orElseThrow()
            .replace("10.0.0.11:8080", "127.0.0.1:" + site.port(0))
            .replace("10.0.0.12:8080", "127.0.0.1:" + site.port(1))
            .replace("listen 80;", "listen 127.0.0.1:" + port + ";")
            .replace("bind :80", "bind 127.0.0.1:" + port);
    Files.writeString(folder.resolve(CONFIGURATION), frame.formatted(listing));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    awaitPort(process, port);
    return new Balancer(process, port);
  }

  private static void awaitPort(Process process, int port) {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (true) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new AssertionError("the balancer does not listen", e);
        }
        Patience.pause(Duration.ofMillis(20));
      }
    }
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
