package dev.seedance.mock;

import dev.seedance.mock.clock.ClockSetting;
import dev.seedance.mock.limit.RateLimits;
import dev.seedance.mock.scenario.BuiltInScenarios;
import dev.seedance.mock.webhook.WebhookTrust;
import dev.seedance.spec.ApiSpec;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a mock server runs; {@link #builder()} makes one and knows the defaults.
 *
 * @param host the address to bind
 * @param port the port to bind; 0 takes a free one
 * @param revision the contract revision that requests are held to
 * @param clock how the time of a new sandbox flows
 * @param clockStart the first instant of every sandbox; null where that is real now
 * @param seed what ids, durations and chance are drawn from
 * @param scenario the scenario of tasks that ask for none
 * @param apiKeys the keys that are welcome; empty where every key is
 * @param maxSandboxes how many sandboxes are kept; one more drops the one that was idle longest
 * @param maxTasks how many tasks a sandbox keeps; one more drops the oldest
 * @param maxDeliveries how many webhook deliveries a sandbox keeps; one more drops the oldest
 * @param webhookHosts the hosts beside this machine that webhooks may go to
 * @param webhookCas certificates that https receivers of webhooks may have, or be signed by, beside
 *     those of public authorities
 * @param bounds how much else is kept
 * @param rateLimits the rate limits of each sandbox
 * @param balance US dollars on the account of a new sandbox; null where spending is not limited
 * @param corsOrigins the origins whose pages may call the API from a browser
 */
public record MockOptions(
    String host,
    int port,
    String revision,
    ClockSetting clock,
    @Nullable Instant clockStart,
    long seed,
    String scenario,
    Set<String> apiKeys,
    int maxSandboxes,
    int maxTasks,
    int maxDeliveries,
    Set<String> webhookHosts,
    List<X509Certificate> webhookCas,
    Bounds bounds,
    RateLimits rateLimits,
    @Nullable BigDecimal balance,
    Set<String> corsOrigins) {

  /** How many sandboxes are kept where nothing else is said. */
  public static final int DEFAULT_MAX_SANDBOXES = 1_000;

  /** How many tasks a sandbox keeps where nothing else is said. */
  public static final int DEFAULT_MAX_TASKS = 10_000;

  /** How many webhook deliveries a sandbox keeps where nothing else is said. */
  public static final int DEFAULT_MAX_DELIVERIES = 1_000;

  /** The most that an account can hold, in US dollars. */
  public static final BigDecimal MAX_BALANCE = new BigDecimal("1000000000");

  /**
   * Checks every option.
   *
   * @throws IllegalArgumentException where one is out of range; the message says which and what is
   *     allowed
   */
  public MockOptions {
    requireRange("port", port, 0, 65_535);
    requireRange("maxSandboxes", maxSandboxes, 1, Integer.MAX_VALUE);
    requireRange("maxTasks", maxTasks, 1, Integer.MAX_VALUE);
    requireRange("maxDeliveries", maxDeliveries, 1, Integer.MAX_VALUE);
    requireKnown("revision", revision, ApiSpec.revisions());
    if (!scenario.equals(BuiltInScenarios.DEFAULT)) { // reading the others takes time at the start
      requireKnown("scenario", scenario, BuiltInScenarios.names());
    }
    requireBalance(balance);
    apiKeys = Set.copyOf(apiKeys);
    corsOrigins = Set.copyOf(corsOrigins);
    webhookHosts = Set.copyOf(webhookHosts);
    webhookCas = List.copyOf(webhookCas);
  }

  /** Every option at its default. */
  public static Builder builder() {
    return new Builder();
  }

  /** All but the keys, which are secret. */
  @Override
  public String toString() {
    return "MockOptions[%s:%d, revision=%s, clock=%s, clockStart=%s, seed=%d, scenario=%s, %d keys]"
        .formatted(host, port, revision, clock, clockStart, seed, scenario, apiKeys.size());
  }

  private static void requireRange(String option, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "%s is %d, expected %d to %d".formatted(option, value, min, max));
    }
  }

  private static void requireBalance(@Nullable BigDecimal balance) {
    if (balance != null && (balance.signum() < 0 || balance.compareTo(MAX_BALANCE) > 0)) {
      throw new IllegalArgumentException(
          "balance is %s, expected 0 to %s".formatted(balance, MAX_BALANCE));
    }
  }

  private static void requireKnown(String option, String value, Collection<String> known) {
    if (!known.contains(value)) {
      throw new IllegalArgumentException(
          "unknown %s '%s'; known: %s".formatted(option, value, String.join(", ", known)));
    }
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {

    private String host = "127.0.0.1";
    private int port;
    private String revision = ApiSpec.defaultRevision();
    private ClockSetting clock = ClockSetting.REAL;
    private @Nullable Instant clockStart;
    private long seed;
    private String scenario = BuiltInScenarios.DEFAULT;
    private Collection<String> apiKeys = Set.of();
    private int maxSandboxes = DEFAULT_MAX_SANDBOXES;
    private int maxTasks = DEFAULT_MAX_TASKS;
    private int maxDeliveries = DEFAULT_MAX_DELIVERIES;
    private Collection<String> webhookHosts = Set.of();
    private List<X509Certificate> webhookCas = List.of();
    private Bounds bounds = Bounds.DEFAULT;
    private RateLimits rateLimits = RateLimits.OFF;
    private @Nullable BigDecimal balance = MAX_BALANCE;
    private Collection<String> corsOrigins = Set.of();

    private Builder() {}

    /** The address to bind. Default: {@code 127.0.0.1}, so that no other machine can reach it. */
    public Builder host(String host) {
      this.host = host;
      return this;
    }

    /** The port to bind, 0 to 65535; 0 takes a free one. Default: 0. */
    public Builder port(int port) {
      this.port = port;
      return this;
    }

    /** The contract revision, one of {@link ApiSpec#revisions()}. Default: {@code 2026-06}. */
    public Builder revision(String revision) {
      this.revision = revision;
      return this;
    }

    /** How the time of a new sandbox flows. Default: {@link ClockSetting#REAL}. */
    public Builder clock(ClockSetting clock) {
      this.clock = clock;
      return this;
    }

    /** The first instant of every sandbox; null for real now. Default: null. */
    public Builder clockStart(@Nullable Instant clockStart) {
      this.clockStart = clockStart;
      return this;
    }

    /** What ids, durations and chance are drawn from. Default: 0. */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /** The scenario of tasks that ask for none. Default: {@code realistic}. */
    public Builder scenario(String scenario) {
      this.scenario = scenario;
      return this;
    }

    /** The keys that are welcome. Default: none named, so that every key is welcome. */
    public Builder apiKeys(Collection<String> apiKeys) {
      this.apiKeys = apiKeys;
      return this;
    }

    /** How many sandboxes are kept, at least 1. Default: 1,000. */
    public Builder maxSandboxes(int maxSandboxes) {
      this.maxSandboxes = maxSandboxes;
      return this;
    }

    /** How many tasks a sandbox keeps, at least 1. Default: 10,000. */
    public Builder maxTasks(int maxTasks) {
      this.maxTasks = maxTasks;
      return this;
    }

    /** How much else is kept. Default: {@link Bounds#DEFAULT}. */
    public Builder bounds(Bounds bounds) {
      this.bounds = bounds;
      return this;
    }

    /** The rate limits of each sandbox. Default: {@link RateLimits#OFF}. */
    public Builder rateLimits(RateLimits rateLimits) {
      this.rateLimits = rateLimits;
      return this;
    }

    /** How many webhook deliveries a sandbox keeps, at least 1. Default: 1,000. */
    public Builder maxDeliveries(int maxDeliveries) {
      this.maxDeliveries = maxDeliveries;
      return this;
    }

    /**
     * US dollars on the account of a new sandbox, 0 to {@link #MAX_BALANCE}; null for no limit.
     * Default: {@link #MAX_BALANCE}, which no load test spends.
     */
    public Builder balance(@Nullable BigDecimal balance) {
      this.balance = balance;
      return this;
    }

    /**
     * The origins, such as {@code http://localhost:5173}, whose pages may call the API from a
     * browser. Default: none.
     */
    public Builder corsOrigins(Collection<String> corsOrigins) {
      this.corsOrigins = corsOrigins;
      return this;
    }

    /**
     * The hosts beside this machine that webhooks may go to: names or IP addresses, each exactly as
     * in the URL. Default: none, so that webhooks reach loopback addresses only.
     */
    public Builder webhookHosts(Collection<String> webhookHosts) {
      this.webhookHosts = webhookHosts;
      return this;
    }

    /**
     * A PEM file of certificates, self-signed ones or those of an authority of your own, that https
     * receivers of webhooks may have. It is read at once. Default: none, public authorities only.
     *
     * @throws IllegalArgumentException where there is no certificate in the file
     */
    public Builder webhookCa(Path pem) {
      this.webhookCas = WebhookTrust.read(pem);
      return this;
    }

    /**
     * The options as set so far.
     *
     * @throws IllegalArgumentException where one is out of range
     */
    public MockOptions build() {
      return new MockOptions(
          host,
          port,
          revision,
          clock,
          clockStart,
          seed,
          scenario,
          Set.copyOf(apiKeys),
          maxSandboxes,
          maxTasks,
          maxDeliveries,
          Set.copyOf(webhookHosts),
          webhookCas,
          bounds,
          rateLimits,
          balance,
          Set.copyOf(corsOrigins));
    }
  }
}
