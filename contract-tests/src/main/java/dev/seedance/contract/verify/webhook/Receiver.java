package dev.seedance.contract.verify.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server that webhooks are sent to.
 *
 * <p>It only knows addresses below a path that cannot be guessed; any other call gets a 404 and is
 * forgotten. It reads at most {@link #MAX_BODY} of a body and keeps at most {@link #MAX_ARRIVALS}
 * at an address. Thread-safe.
 */
public final class Receiver implements AutoCloseable {

  static final int MAX_BODY = 256 << 10;
  static final int MAX_ARRIVALS = 50;

  private static final int TOKEN_BYTES = 12;
  private static final int THREADS = 4;

  private final HttpServer server;
  private final ExecutorService threads;
  private final InstantSource time;
  private final String root;
  private final URI baseUrl;
  private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();

  private record Mailbox(List<Reply> script, List<Arrival> arrivals) {}

  /**
   * A response to a webhook.
   *
   * @param status the HTTP status
   * @param location the mailbox that a redirect leads to; empty for none
   */
  public record Reply(int status, String location) {

    /** Returns a response without a location. */
    public static Reply of(int status) {
      return new Reply(status, "");
    }

    /** Returns a redirect to another mailbox. */
    public static Reply redirectTo(String mailbox) {
      return new Reply(302, mailbox);
    }
  }

  private Receiver(HttpServer server, Optional<URI> publicUrl, InstantSource time) {
    this.server = server;
    this.time = time;
    byte[] token = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(token);
    this.root = "/" + HexFormat.of().formatHex(token) + "/";
    this.baseUrl = publicUrl.orElseGet(() -> ownUrl(server.getAddress()));
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "verify-receiver");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", this::receive);
    server.start();
  }

  /**
   * Starts to listen.
   *
   * @param host the address to listen on
   * @param port the port; 0 takes a free one
   * @param publicUrl the URL by which servers reach it, if that is another one
   * @throws IOException if the address can't be listened on
   */
  public static Receiver open(String host, int port, Optional<URI> publicUrl, InstantSource time)
      throws IOException {
    var address = new InetSocketAddress(InetAddress.getByName(host), port);
    return new Receiver(HttpServer.create(address, 0), publicUrl, time);
  }

  /**
   * Makes an address.
   *
   * @param mailbox its name
   * @param script the responses to the first requests; the last one is repeated
   * @return its URL
   */
  public String address(String mailbox, Reply... script) {
    mailboxes.put(mailbox, new Mailbox(List.of(script), new CopyOnWriteArrayList<>()));
    return url(mailbox);
  }

  /** Returns the requests that have come to an address. */
  public List<Arrival> arrivals(String mailbox) {
    Mailbox box = mailboxes.get(mailbox);
    return box == null ? List.of() : List.copyOf(box.arrivals());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private String url(String mailbox) {
    String base = baseUrl.toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + root + mailbox;
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      int begin = path.indexOf(root); // a public URL may have a path of its own before it
      Mailbox box = begin < 0 ? null : mailboxes.get(path.substring(begin + root.length()));
      if (box == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      Reply reply = keep(exchange, box);
      if (!reply.location().isEmpty()) {
        exchange.getResponseHeaders().set("Location", url(reply.location()));
      }
      exchange.sendResponseHeaders(reply.status(), -1);
    }
  }

  private Reply keep(HttpExchange exchange, Mailbox box) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    synchronized (box) {
      int index = Math.min(box.arrivals().size(), box.script().size() - 1);
      Reply reply = box.script().get(index);
      if (box.arrivals().size() < MAX_ARRIVALS) {
        box.arrivals()
            .add(
                new Arrival(
                    time.instant(), exchange.getRequestMethod(), headers, body, reply.status()));
      }
      return reply;
    }
  }

  private static URI ownUrl(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    String literal = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://%s:%d".formatted(literal, address.getPort()));
  }
}
