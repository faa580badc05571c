package dev.seedance.contract.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.contract.verify.exchange.Answer;
import dev.seedance.contract.verify.exchange.Call;
import dev.seedance.contract.verify.exchange.CheckFailed;
import dev.seedance.contract.verify.exchange.Exchange;
import dev.seedance.contract.verify.exchange.Http;
import dev.seedance.contract.verify.exchange.Schemas;
import dev.seedance.contract.verify.webhook.Receiver;
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

  /** How often a call is repeated that is refused for its rate, and how long that may take. */
  private static final int MAX_TRIES = 8;

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final Set<Integer> REFUSALS = Set.of(401, 403);
  private static final Set<Integer> PASSING = Set.of(429, 503);
  private static final Duration PROVIDER_INTERVAL = Duration.ofSeconds(5);
  private static final Duration MOCK_INTERVAL = Duration.ofMillis(50);

  /** How many requests that must be refused may be accepted before no more are sent. */
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
   * Looks whether there is a server that takes the key, and whether it calls itself a mock.
   *
   * @throws KeyRefusedException where it does not take the key
   * @throws IOException where nothing answers
   */
  static Target reach(Settings settings, Http http, Time time, Schemas schemas) throws IOException {
    Call health = Call.get("", "/_mock/health");
    Exchange answer = new Exchange(health, http.send(health), schemas);
    Call look = Call.get("", "/v1/videos/generations/" + UNKNOWN_TASK).key(settings.apiKey());
    int status = http.send(look).status();
    if (REFUSALS.contains(status)) {
      throw new KeyRefusedException(status);
    }
    return new Target(settings, http, time, schemas, isMock(answer));
  }

  /** A server that calls itself a mock may be asked to fail, and costs nothing. */
  private static boolean isMock(Exchange health) {
    try {
      JsonNode body = health.answer().status() == 200 ? health.json() : null;
      return body != null && body.path("status").asText().equals("ok") && body.has("revision");
    } catch (CheckFailed e) {
      return false;
    }
  }

  /** Whether the server calls itself a mock. */
  public boolean isMock() {
    return mock;
  }

  /** How it is verified. */
  public Settings settings() {
    return settings;
  }

  /** The schemas of the contract. */
  public Schemas schemas() {
    return schemas;
  }

  /** The time. */
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

  /** Calls once, whatever the answer. */
  public Exchange callOnce(Call call) {
    Exchange exchange;
    try {
      Answer answer = http.send(call);
      exchange = new Exchange(call, answer, schemas);
    } catch (IOException e) {
      throw new NoAnswer(call, e);
    }
    if (exchange.answer().status() == 429) {
      limited.add(exchange);
    }
    return exchange;
  }

  /**
   * Submits what a right server refuses, so that it costs nothing.
   *
   * @throws CheckSkipped where too many of those were accepted already
   */
  public Exchange submitToBeRefused(Call call) {
    if (!maySendWrongRequests()) {
      throw new CheckSkipped(
          "the server has accepted %d requests that it must refuse, and each may cost money;"
                  .formatted(accepted)
              + " --allow-spend sends the rest");
    }
    Exchange exchange = call(call);
    if (exchange.answer().status() < 300) {
      accepted++;
    }
    return exchange;
  }

  /** Whether few enough wrong requests were accepted, or the caller has consented to spend. */
  public boolean maySendWrongRequests() {
    return accepted < MAX_ACCEPTED || settings.allowSpend();
  }

  /** The answers so far that refused a call for its rate. */
  public List<Exchange> limited() {
    return List.copyOf(limited);
  }

  /**
   * The receiver of webhooks, which is started when it is first asked for.
   *
   * @throws CheckSkipped where the server can't reach it
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
              .formatted(webhooks.host(), webhooks.port(), NoAnswer.reason(e)));
    }
  }

  private static boolean isOnThisMachine(URI url) {
    try {
      return InetAddress.getByName(url.getHost()).isLoopbackAddress();
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

  /** How long to wait between two looks. */
  public Duration pollInterval() {
    Duration own = settings.pollInterval();
    return own != null ? own : mock ? MOCK_INTERVAL : PROVIDER_INTERVAL;
  }

  /**
   * Looks until there is something, at most for the timeout.
   *
   * @param what what is looked for; comes back empty as long as it is not there
   * @return empty where it did not come
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

  /** What is made once a run, under a name. */
  @SuppressWarnings("unchecked") // a name has one type
  public <T> T once(String name, Supplier<T> maker) {
    return ((Memo<T>) memos.computeIfAbsent(name, unused -> new Memo<T>())).get(maker);
  }

  private static boolean isPassing(Exchange exchange) {
    return PASSING.contains(exchange.answer().status());
  }

  private static Duration waitAfter(Exchange exchange) {
    long seconds = exchange.answer().header("Retry-After").map(Target::seconds).orElse(1L);
    Duration asked = Duration.ofSeconds(seconds);
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }

  private static long seconds(String text) {
    return text.matches("[0-9]{1,6}") ? Long.parseLong(text) : 1;
  }
}
