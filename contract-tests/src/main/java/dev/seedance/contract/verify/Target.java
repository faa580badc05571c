package dev.seedance.contract.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.contract.verify.exchange.Call;
import dev.seedance.contract.verify.exchange.CheckFailed;
import dev.seedance.contract.verify.exchange.Exchange;
import dev.seedance.contract.verify.exchange.Http;
import dev.seedance.contract.verify.exchange.Response;
import dev.seedance.contract.verify.exchange.Schemas;
import dev.seedance.contract.verify.webhook.Receiver;
import dev.seedance.spec.http.HttpUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The server under test, as the checks see it: it can be called, waited for and remembered.
 *
 * <p>Not thread-safe: the checks run one after the other.
 */
public final class Target implements AutoCloseable {

  /** An id that no task has. */
  public static final String UNKNOWN_TASK = "tsk_vid_00000000000000000000000000";

  /** The most tries of a call that is refused for its rate, and the longest wait for them. */
  private static final int MAX_TRIES = 8;

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final Set<Integer> REFUSALS = Set.of(401, 403);
  private static final Set<Integer> PASSING = Set.of(429, 503);
  private static final Duration PROVIDER_INTERVAL = Duration.ofSeconds(5);
  private static final Duration MOCK_INTERVAL = Duration.ofMillis(50);

  /** The number of wrong acceptances after which no more wrong requests are sent. */
  private static final int MAX_ACCEPTED = 3;

  private final Settings settings;
  private final Http http;
  private final Time time;
  private final Schemas schemas;
  private final boolean mock;
  private final List<Exchange> limited = new ArrayList<>();
  private final Map<String, Memo<?>> memos = new HashMap<>();
  private int accepted;
  private @Nullable Receiver opened;

  private Target(Settings settings, Http http, Time time, Schemas schemas, boolean mock) {
    this.settings = settings;
    this.http = http;
    this.time = time;
    this.schemas = schemas;
    this.mock = mock;
  }

  /**
   * Connects to a server, and finds out if it calls itself a mock.
   *
   * @throws KeyRefusedException if the server refuses the key
   * @throws IOException if no response comes
   */
  static Target reach(Settings settings, Http http, Time time, Schemas schemas) throws IOException {
    Call health = Call.get("", "/_mock/health");
    Exchange exchange = new Exchange(health, http.send(health), schemas);
    Call poll = Call.get("", "/v1/videos/generations/" + UNKNOWN_TASK).key(settings.apiKey());
    int status = http.send(poll).status();
    if (REFUSALS.contains(status)) {
      throw new KeyRefusedException(status);
    }
    return new Target(settings, http, time, schemas, isMock(exchange));
  }

  /** Returns true for a server that calls itself a mock: it may be asked to fail, and is free. */
  private static boolean isMock(Exchange health) {
    try {
      JsonNode body = health.response().status() == 200 ? health.json() : null;
      return body != null && body.path("status").asText().equals("ok") && body.has("revision");
    } catch (CheckFailed e) {
      return false;
    }
  }

  /** Returns true if the server calls itself a mock. */
  public boolean isMock() {
    return mock;
  }

  /** Returns the settings of the verification. */
  public Settings settings() {
    return settings;
  }

  /** Returns the schemas of the contract. */
  public Schemas schemas() {
    return schemas;
  }

  /** Returns the time. */
  public Time time() {
    return time;
  }

  /** Calls with the key; a refusal for the rate is obeyed and the call repeated. */
  public Exchange call(Call call) {
    return callAsIs(call.key(settings.apiKey()));
  }

  /** Calls with the key of somebody else. */
  public Exchange callAsOther(Call call) {
    return callAsIs(call.key(settings.otherKey()));
  }

  /** Calls without adding a key; a refusal for the rate is obeyed and the call repeated. */
  public Exchange callAsIs(Call call) {
    Exchange exchange = callOnce(call);
    for (int tries = 1; tries < MAX_TRIES && isPassing(exchange); tries++) {
      time.sleep(waitAfter(exchange));
      exchange = callOnce(call);
    }
    return exchange;
  }

  /** Calls once, whatever the response. */
  public Exchange callOnce(Call call) {
    Exchange exchange;
    try {
      Response response = http.send(call);
      exchange = new Exchange(call, response, schemas);
    } catch (IOException e) {
      throw new NoResponse(call, e);
    }
    if (exchange.response().status() == 429) {
      limited.add(exchange);
    }
    return exchange;
  }

  /**
   * Submits what a right server refuses, so that it costs nothing.
   *
   * @throws CheckSkipped if too many of those were accepted already
   */
  public Exchange submitToBeRefused(Call call) {
    if (!maySendWrongRequests()) {
      throw new CheckSkipped(
          "the server has accepted %d requests that it must refuse, and each may cost money;"
                  .formatted(accepted)
              + " --allow-spend sends the rest");
    }
    Exchange exchange = call(call);
    if (exchange.response().status() < 300) {
      accepted++;
    }
    return exchange;
  }

  /** Returns true if few wrong requests were accepted, or the caller has consented to spend. */
  public boolean maySendWrongRequests() {
    return accepted < MAX_ACCEPTED || settings.allowSpend();
  }

  /** Returns the exchanges so far in which a call was refused for its rate. */
  public List<Exchange> limited() {
    return List.copyOf(limited);
  }

  /**
   * Returns the receiver of webhooks, a lazy one.
   *
   * @throws CheckSkipped if the server can't reach the receiver
   */
  public Receiver receiver() {
    return once("receiver", this::openReceiver);
  }

  private Receiver openReceiver() {
    Settings.Webhooks webhooks = settings.webhooks();
    if (webhooks.publicUrl().isEmpty() && !isOnThisMachine(settings.baseUrl())) {
      throw new CheckSkipped(
          "the server is not on this machine and can't reach a receiver on it; give --callback-url,"
              + " and --callback-host and --callback-port where it is forwarded to");
    }
    try {
      opened = Receiver.open(webhooks.host(), webhooks.port(), webhooks.publicUrl(), time);
      return opened;
    } catch (IOException e) {
      throw new CheckSkipped(
          "can't listen on %s:%d (%s); choose another --callback-host or --callback-port"
              .formatted(webhooks.host(), webhooks.port(), NoResponse.reason(e)));
    }
  }

  private static boolean isOnThisMachine(URI url) {
    try {
      HttpUrl address = Objects.requireNonNull(HttpUrl.parse(url.toString()));
      return InetAddress.getByName(address.host()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Stops the receiver. */
  @Override
  public void close() {
    if (opened != null) {
      opened.close();
    }
  }

  /** Returns the wait between two polls. */
  public Duration pollInterval() {
    Duration own = settings.pollInterval();
    return own != null ? own : mock ? MOCK_INTERVAL : PROVIDER_INTERVAL;
  }

  /**
   * Polls until a value is there, at most for the timeout.
   *
   * @param what returns the value; empty as long as it is not there
   * @return empty if it did not come
   */
  public <T> Optional<T> await(Supplier<Optional<T>> what) {
    Instant deadline = time.instant().plus(settings.timeout());
    Optional<T> found = what.get();
    while (found.isEmpty()
        && time.instant().isBefore(deadline)
        && !Thread.currentThread().isInterrupted()) {
      time.sleep(pollInterval());
      found = what.get();
    }
    return found;
  }

  /** Returns the value of a name, which is made once a run. */
  @SuppressWarnings("unchecked") // a name has one type
  public <T> T once(String name, Supplier<T> maker) {
    return ((Memo<T>) memos.computeIfAbsent(name, unused -> new Memo<T>())).get(maker);
  }

  private static boolean isPassing(Exchange exchange) {
    return PASSING.contains(exchange.response().status());
  }

  private static Duration waitAfter(Exchange exchange) {
    long seconds = exchange.response().header("Retry-After").map(Target::seconds).orElse(1L);
    Duration asked = Duration.ofSeconds(seconds);
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }

  private static long seconds(String text) {
    return text.matches("[0-9]{1,6}") ? Long.parseLong(text) : 1;
  }
}
