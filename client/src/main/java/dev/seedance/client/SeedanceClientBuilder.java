package dev.seedance.client;

import dev.seedance.client.internal.Calls;
import dev.seedance.client.internal.Downloads;
import dev.seedance.client.internal.HttpClients;
import dev.seedance.client.internal.RequestChecks;
import dev.seedance.client.internal.Transport;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The options of a client. Not thread-safe; the client that it builds is, and never changes. */
public final class SeedanceClientBuilder {

  private static final String KEY_VARIABLE = "SEEDANCE_API_KEY";

  private URI baseUrl = URI.create("https://toapis.com");
  private @Nullable String apiKey;
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration requestTimeout = Duration.ofSeconds(30);
  private int maxAnswerBytes = 16 << 20;
  private RetryPolicy retryPolicy = RetryPolicy.defaults();
  private AwaitOptions awaitOptions = AwaitOptions.defaults();
  private boolean generateBusinessIds;
  private @Nullable RequestCheck requestCheck;
  private @Nullable HttpClient httpClient;
  private Clock clock = Clock.systemUTC();
  private Sleeper sleeper = Sleeper.realTime();

  SeedanceClientBuilder() {}

  /**
   * Where the API is: scheme, host, port, and a path if a gateway adds one. Default: {@code
   * https://toapis.com}.
   *
   * @throws IllegalArgumentException where it is no absolute http or https address
   */
  public SeedanceClientBuilder baseUrl(String baseUrl) {
    return baseUrl(URI.create(baseUrl));
  }

  /** As {@link #baseUrl(String)}. Default: {@code https://toapis.com}. */
  public SeedanceClientBuilder baseUrl(URI baseUrl) {
    boolean http = "http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme());
    if (!http || baseUrl.getHost() == null || baseUrl.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "the base URL must look like https://host or http://host:port, not '" + baseUrl + "'");
    }
    if (baseUrl.getRawUserInfo() != null) {
      throw new IllegalArgumentException("the base URL must not hold a user or a password");
    }
    this.baseUrl = baseUrl;
    return this;
  }

  /** The API key. Default: the environment variable {@code SEEDANCE_API_KEY}. */
  public SeedanceClientBuilder apiKey(String apiKey) {
    this.apiKey = Objects.requireNonNull(apiKey);
    return this;
  }

  /** How long to try to connect. Ignored with an {@link #httpClient} of yours. Default: 10 s. */
  public SeedanceClientBuilder connectTimeout(Duration connectTimeout) {
    this.connectTimeout = connectTimeout;
    return this;
  }

  /** For one try of one call, the whole answer included. Default: 30 s. */
  public SeedanceClientBuilder requestTimeout(Duration requestTimeout) {
    this.requestTimeout = requestTimeout;
    return this;
  }

  /**
   * How long an answer of the API may be, in bytes; a longer one ends in an {@link
   * dev.seedance.client.error.AnswerTooLargeException}. Downloads go to files and have no such
   * limit. Default: 16 MiB.
   *
   * @throws IllegalArgumentException where it is less than 1
   */
  public SeedanceClientBuilder maxAnswerBytes(int maxAnswerBytes) {
    if (maxAnswerBytes < 1) {
      throw new IllegalArgumentException("maxAnswerBytes must be 1 or more, not " + maxAnswerBytes);
    }
    this.maxAnswerBytes = maxAnswerBytes;
    return this;
  }

  /** How calls that may be repeated are repeated. Default: {@link RetryPolicy#defaults()}. */
  public SeedanceClientBuilder retryPolicy(RetryPolicy retryPolicy) {
    this.retryPolicy = retryPolicy;
    return this;
  }

  /** How to wait where a call does not say. Default: {@link AwaitOptions#defaults()}. */
  public SeedanceClientBuilder awaitOptions(AwaitOptions awaitOptions) {
    this.awaitOptions = awaitOptions;
    return this;
  }

  /**
   * Whether a request without a {@code client_business_id} gets a random one, so that its submit
   * can be repeated. Default: false, requests are sent as they are.
   */
  public SeedanceClientBuilder generateBusinessIds(boolean generateBusinessIds) {
    this.generateBusinessIds = generateBusinessIds;
    return this;
  }

  /** Looks at requests before they are sent. Default: the validator if it is on the class path. */
  public SeedanceClientBuilder requestCheck(RequestCheck requestCheck) {
    this.requestCheck = requestCheck;
    return this;
  }

  /**
   * Makes the connections: for proxies, certificates, executors of your own. It should not follow
   * redirects, which could carry the key elsewhere. Default: HTTP/1.1, up to 16 daemon threads, the
   * JVM's proxy settings.
   */
  public SeedanceClientBuilder httpClient(HttpClient httpClient) {
    this.httpClient = httpClient;
    return this;
  }

  /** Measures waits and budgets. Default: the system's clock. */
  public SeedanceClientBuilder clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  /** Waits. Default: {@link Sleeper#realTime()}. */
  public SeedanceClientBuilder sleeper(Sleeper sleeper) {
    this.sleeper = sleeper;
    return this;
  }

  /**
   * Builds the client; makes no call.
   *
   * @throws IllegalStateException where there is no API key
   */
  public SeedanceClient build() {
    HttpClient http = httpClient != null ? httpClient : HttpClients.standard(connectTimeout);
    String key = key();
    var transport =
        new Transport(
            http, withoutSlash(baseUrl), key, userAgent(), requestTimeout, maxAnswerBytes, clock);
    var calls = new Calls(transport, retryPolicy, clock, sleeper);
    var downloads = new Downloads(http, requestTimeout, retryPolicy, clock, sleeper, key);
    RequestCheck check = requestCheck != null ? requestCheck : RequestChecks.onClassPath();
    return new SeedanceClient(
        new SeedanceAsyncClient(calls, downloads, check, generateBusinessIds, awaitOptions));
  }

  private String key() {
    @Nullable String given = apiKey != null ? apiKey : System.getenv(KEY_VARIABLE);
    if (given == null || given.isBlank()) {
      throw new IllegalStateException(
          "no API key: set " + KEY_VARIABLE + " or call apiKey(...) on the builder");
    }
    String key = given.strip();
    // Checked here, because the JDK's own complaint would quote the key.
    if (!key.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalStateException(
          "the API key holds blanks or characters beyond ASCII; was it copied whole?");
    }
    return key;
  }

  private static String withoutSlash(URI baseUrl) {
    return baseUrl.toString().replaceAll("/+$", "");
  }

  private static String userAgent() {
    @Nullable String version = SeedanceClient.class.getPackage().getImplementationVersion();
    return "seedance-toolkit-java/" + (version == null ? "dev" : version);
  }
}
