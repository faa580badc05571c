package dev.seedance.client;

import dev.seedance.client.internal.BaseUrl;
import dev.seedance.client.internal.Connections;
import dev.seedance.client.internal.RealTime;
import dev.seedance.client.internal.Require;
import dev.seedance.client.internal.UnderWay;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.spec.price.PriceList;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The options of a client. Not thread-safe; the client that it builds is, and never changes. */
public final class SeedanceClientBuilder {

  private static final String KEY_VARIABLE = "SEEDANCE_API_KEY";
  private static final String URL_VARIABLE = "SEEDANCE_BASE_URL";

  private final Map<String, String> environment;
  private BaseUrl baseUrl = BaseUrl.of("https://toapis.com");
  private @Nullable String apiKey;
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration requestTimeout = Duration.ofSeconds(30);
  private int maxResponseBytes = 16 << 20;
  private RetryPolicy retryPolicy = RetryPolicy.defaults();
  private AwaitOptions awaitOptions = AwaitOptions.defaults();
  private boolean generateBusinessIds;
  private @Nullable RequestCheck requestCheck;
  private @Nullable HttpClient httpClient;
  private InstantSource clock = RealTime.clock();
  private @Nullable Budget budget;
  private @Nullable PriceList prices;
  private @Nullable BigDecimal assumedPrice;
  private Sleeper sleeper = Sleeper.realTime();

  SeedanceClientBuilder(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Reads the environment: the base URL from {@code SEEDANCE_BASE_URL}, the key from {@code
   * SEEDANCE_API_KEY}. A variable that is missing or blank changes nothing. Without this call only
   * the key is read, so that no variable can send it elsewhere unasked.
   *
   * @throws IllegalArgumentException if a variable holds a value that its option refuses
   */
  public SeedanceClientBuilder fromEnv() {
    take(URL_VARIABLE, this::baseUrl);
    take(KEY_VARIABLE, this::apiKey);
    return this;
  }

  /**
   * Sets the address of the API: scheme, host, port, and a path if a gateway adds one. Default:
   * {@code https://toapis.com}.
   *
   * @throws IllegalArgumentException if it is no absolute http or https address, or holds a
   *     password, a query or a fragment
   */
  public SeedanceClientBuilder baseUrl(String baseUrl) {
    this.baseUrl = BaseUrl.of(Require.trimmed("baseUrl", baseUrl));
    return this;
  }

  /** As {@link #baseUrl(String)}. Default: {@code https://toapis.com}. */
  public SeedanceClientBuilder baseUrl(URI baseUrl) {
    return baseUrl(Require.given("baseUrl", baseUrl).toString());
  }

  /**
   * Sets the API key; blanks, line breaks and a byte order mark around it are dropped. Default: the
   * environment variable {@code SEEDANCE_API_KEY}.
   *
   * @throws IllegalArgumentException if no header can hold it; the message does not show it
   */
  public SeedanceClientBuilder apiKey(String apiKey) {
    String key = Require.trimmed("apiKey", apiKey);
    // Checked here, because the JDK's own complaint would quote the key.
    if (key.isEmpty() || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException(
          "the API key "
              + (key.isEmpty() ? "is blank" : "holds blanks or characters beyond ASCII")
              + "; was it copied whole?");
    }
    this.apiKey = key;
    return this;
  }

  /** Limits the attempt to connect. Ignored with an {@link #httpClient} of yours. Default: 10 s. */
  public SeedanceClientBuilder connectTimeout(Duration connectTimeout) {
    this.connectTimeout = Require.positive("connectTimeout", connectTimeout);
    return this;
  }

  /** Limits one try of a call, the whole response included. Default: 30 s. */
  public SeedanceClientBuilder requestTimeout(Duration requestTimeout) {
    this.requestTimeout = Require.positive("requestTimeout", requestTimeout);
    return this;
  }

  /**
   * Limits the length of a response of the API, in bytes; a longer one ends in a {@link
   * dev.seedance.client.error.ResponseTooLargeException}. Downloads go to files and have no such
   * limit. Default: 16 MiB.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public SeedanceClientBuilder maxResponseBytes(int maxResponseBytes) {
    this.maxResponseBytes = Require.atLeastOne("maxResponseBytes", maxResponseBytes);
    return this;
  }

  /**
   * Sets the rules by which repeatable calls are retried. Default: {@link RetryPolicy#defaults()}.
   */
  public SeedanceClientBuilder retryPolicy(RetryPolicy retryPolicy) {
    this.retryPolicy = Require.given("retryPolicy", retryPolicy);
    return this;
  }

  /**
   * Sets the options of waits that are started without any. Default: {@link
   * AwaitOptions#defaults()}.
   */
  public SeedanceClientBuilder awaitOptions(AwaitOptions awaitOptions) {
    this.awaitOptions = Require.given("awaitOptions", awaitOptions);
    return this;
  }

  /**
   * Gives a random {@code client_business_id} to a request without one, so that its submit can be
   * repeated. Default: false, requests are sent as they are.
   */
  public SeedanceClientBuilder generateBusinessIds(boolean generateBusinessIds) {
    this.generateBusinessIds = generateBusinessIds;
    return this;
  }

  /** Checks requests before they are sent. Default: the validator if it is on the class path. */
  public SeedanceClientBuilder requestCheck(RequestCheck requestCheck) {
    this.requestCheck = Require.given("requestCheck", requestCheck);
    return this;
  }

  /**
   * Sets the HTTP client that makes the connections: for proxies, certificates, executors of your
   * own. It should not follow redirects, which could carry the key elsewhere. It stays open when
   * the client is closed. Default: HTTP/1.1, up to 16 daemon threads, the JVM's proxy settings.
   */
  public SeedanceClientBuilder httpClient(HttpClient httpClient) {
    this.httpClient = Require.given("httpClient", httpClient);
    return this;
  }

  /**
   * Sets the clock of waits for a task, of dates in {@code Retry-After}, and of the expiry of
   * links. It may be a clock of tests that jumps. Connections, calls, retries and transfers take
   * real time and are measured in it. Default: the system's clock.
   */
  public SeedanceClientBuilder clock(InstantSource clock) {
    this.clock = Require.given("clock", clock);
    return this;
  }

  /**
   * Limits what the orders of this client may cost, together with those of all clients that share
   * the budget: an order that it does not cover is refused with a {@link
   * dev.seedance.client.error.BudgetExceededException} before it is sent. Default: no limit.
   */
  public SeedanceClientBuilder budget(Budget budget) {
    this.budget = Require.given("budget", budget);
    return this;
  }

  /**
   * Sets the prices by which a {@link #budget} reckons. Default: those of the server, asked for
   * once in 10 minutes.
   */
  public SeedanceClientBuilder prices(PriceList prices) {
    this.prices = Require.given("prices", prices);
    return this;
  }

  /**
   * Sets what a {@link #budget} reserves for an order whose price is not known, in US dollars.
   * Default: such an order is refused with a {@link
   * dev.seedance.client.error.PriceUnknownException}.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public SeedanceClientBuilder assumedPrice(BigDecimal usd) {
    if (Require.given("assumedPrice", usd).signum() < 0) {
      throw new IllegalArgumentException("assumedPrice must be 0 USD or more, not " + usd);
    }
    this.assumedPrice = usd;
    return this;
  }

  /** Sets the way to wait. Default: {@link Sleeper#realTime()}. */
  public SeedanceClientBuilder sleeper(Sleeper sleeper) {
    this.sleeper = Require.given("sleeper", sleeper);
    return this;
  }

  /**
   * Builds the client; makes no call.
   *
   * @throws IllegalStateException if there is no API key
   */
  public SeedanceClient build() {
    String key = key();
    Connections http =
        httpClient != null ? Connections.of(httpClient) : Connections.standard(connectTimeout);
    var underWay = new UnderWay(http);
    var account = new Account(baseUrl.toString(), key);
    var transport =
        new Transport(
            http,
            baseUrl,
            key,
            userAgent(),
            requestTimeout,
            maxResponseBytes,
            clock,
            budget == null ? task -> {} : bookkeeper(budget, account));
    var calls = new Calls(underWay, transport, retryPolicy, clock, sleeper);
    var downloads = new Downloads(http, underWay, requestTimeout, retryPolicy, clock, sleeper, key);
    RequestCheck check = requestCheck != null ? requestCheck : RequestCheck.onClassPath();
    var listed = new Prices(calls, clock);
    return new SeedanceClient(
        new SeedanceAsyncClient(
            underWay,
            calls,
            downloads,
            check,
            listed,
            purse(account, listed),
            generateBusinessIds,
            awaitOptions));
  }

  private static Consumer<GenerationTask> bookkeeper(Budget budget, Account account) {
    return task -> budget.seen(account, task);
  }

  private @Nullable Purse purse(Account account, Prices listed) {
    if (budget == null) {
      return null;
    }
    PriceList given = prices;
    return new Purse(
        budget,
        account,
        given == null ? listed::recent : () -> CompletableFuture.completedFuture(given),
        assumedPrice);
  }

  private String key() {
    if (apiKey == null) {
      take(KEY_VARIABLE, this::apiKey);
    }
    if (apiKey == null) {
      throw new IllegalStateException(
          "no API key: set " + KEY_VARIABLE + " or call apiKey(...) on the builder");
    }
    return apiKey;
  }

  private void take(String variable, Consumer<String> option) {
    @Nullable String value = environment.get(variable);
    if (value == null || value.isBlank()) {
      return;
    }
    try {
      option.accept(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(variable + ": " + e.getMessage(), e);
    }
  }

  private static String userAgent() {
    @Nullable String version = SeedanceClient.class.getPackage().getImplementationVersion();
    return "seedance-toolkit-java/" + (version == null ? "dev" : version);
  }
}
