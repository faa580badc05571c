package dev.seedance.mock.options;

import static dev.seedance.mock.options.OptionType.baseUrl;
import static dev.seedance.mock.options.OptionType.dollars;
import static dev.seedance.mock.options.OptionType.host;
import static dev.seedance.mock.options.OptionType.instant;
import static dev.seedance.mock.options.OptionType.integer;
import static dev.seedance.mock.options.OptionType.integerFrom;
import static dev.seedance.mock.options.OptionType.key;
import static dev.seedance.mock.options.OptionType.longFrom;
import static dev.seedance.mock.options.OptionType.positiveDuration;
import static dev.seedance.mock.options.OptionType.text;
import static dev.seedance.mock.options.OptionType.trueOrFalse;

import dev.seedance.mock.time.ClockSetting;
import dev.seedance.spec.ApiSpec;
import dev.seedance.spec.http.HttpUrl;
import java.math.BigDecimal;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The options of the mock server. A further option is one more constant before ALL. */
public final class MockOptions {

  private static final List<Option<?>> DECLARED = new ArrayList<>();

  /** The largest balance of an account, in US dollars. */
  public static final BigDecimal MAX_BALANCE = new BigDecimal("1000000000");

  public static final Option<Integer> PORT =
      one("port", "PORT", "8080", "Port to bind; 0 picks a free one.", integer(0, 65_535));

  public static final Option<String> HOST =
      one(
          "host",
          "HOST",
          "127.0.0.1",
          "Address to bind. Anything but a loopback address lets other machines in.",
          host());

  public static final Option<@Nullable HttpUrl> PUBLIC_URL =
      optional(
          "public-url",
          "URL",
          "Address that callers use, such as https://mock.example.com/seedance behind a proxy; links"
              + " begin with it. Default: the Host of each request.",
          baseUrl());

  public static final Option<Boolean> TRUST_FORWARDED =
      flag(
          "trust-forwarded",
          "Begin links with scheme, host, port and path prefix of the headers Forwarded or"
              + " X-Forwarded-*; only behind a proxy that sets them.");

  public static final Option<String> REVISION =
      one(
          "revision",
          "R",
          ApiSpec.defaultRevision(),
          "Contract revision that requests are held to, unless a sandbox sets another; 'latest' is the"
              + " newest.",
          ApiSpec::revision);

  public static final Option<ClockSetting> CLOCK =
      one(
          "clock",
          "CLOCK",
          ClockSetting.REAL.toString(),
          "How time flows: real, xN (N times faster, such as x60), frozen, or auto (each poll moves"
              + " to the task's next event).",
          ClockSetting::parse);

  public static final Option<@Nullable Instant> CLOCK_START =
      optional(
          "clock-start",
          "INSTANT",
          "First instant of every sandbox, such as 2026-01-01T00:00:00Z. Default: now.",
          instant());

  public static final Option<Long> SEED =
      one(
          "seed",
          "N",
          "0",
          "What ids, durations and chance are drawn from.",
          longFrom(Long.MIN_VALUE));

  public static final Option<String> SCENARIO =
      one("scenario", "NAME", "realistic", "Scenario of tasks that ask for none.", text());

  public static final Option<List<String>> API_KEYS =
      several(
          "api-key",
          "KEY",
          "A key that is welcome; may be given more than once. Default: every key is.",
          key());

  public static final Option<List<String>> WEBHOOK_HOSTS =
      several(
          "allow-webhook-host",
          "HOST",
          "A host beside this machine that webhooks may go to, exactly as in the URL; may be given"
              + " more than once. Default: loopback addresses only.",
          host());

  public static final Option<@Nullable List<X509Certificate>> WEBHOOK_CA =
      optional(
          "webhook-ca",
          "FILE",
          "PEM file of certificates that https receivers of webhooks may have, beside those of"
              + " public authorities: a self-signed one, or that of your own authority.",
          PemFile::read);

  public static final Option<Boolean> RATE_LIMITS =
      flag("rate-limits", "Hold callers to rate limits; without it: none.");

  public static final Option<Rate> SUBMIT_RATE =
      one("submit-rate", "N/BURST", "300/50", "Submits a minute, and at once.", Rate::parse);

  public static final Option<Rate> QUERY_RATE =
      one("query-rate", "N/BURST", "3000/500", "Status calls a minute, and at once.", Rate::parse);

  public static final Option<Optional<BigDecimal>> BALANCE =
      one(
          "balance",
          "USD",
          MAX_BALANCE.toPlainString(),
          "US dollars on the account of each key, or 'unlimited'.",
          dollars(MAX_BALANCE));

  public static final Option<List<WebOrigin>> CORS_ORIGINS =
      several(
          "cors-origin",
          "ORIGIN",
          "Origin whose pages may call from a browser, such as http://localhost:5173; may be given"
              + " more than once.",
          WebOrigin::parse);

  public static final Option<Long> MAX_MEMORY =
      heapBytes(
          "max-memory",
          1,
          new HeapShare(Long.MAX_VALUE, 4),
          "Tasks, webhook deliveries and journals that all sandboxes keep.");

  public static final Option<Integer> MAX_SANDBOXES =
      number("max-sandboxes", 1, 1_000, "Sandboxes that are kept.");

  public static final Option<Duration> SANDBOX_IDLE =
      one(
          "sandbox-idle",
          "DURATION",
          "PT48H",
          "Real time after which an unused sandbox is dropped, in ISO 8601.",
          positiveDuration());

  public static final Option<Integer> MAX_TASKS =
      number("max-tasks", 1, 10_000, "Tasks that a sandbox keeps.");

  public static final Option<Integer> MAX_DELIVERIES =
      number("max-deliveries", 1, 1_000, "Webhook deliveries that a sandbox keeps.");

  public static final Option<Integer> MAX_SCENARIOS =
      number("max-scenarios", 0, 100, "Scenarios of its own that a sandbox may have.");

  public static final Option<Integer> MAX_GROUPS =
      number("max-groups", 1, 1_000, "Groups of assets that a sandbox keeps.");

  public static final Option<Integer> MAX_ASSETS =
      number("max-assets", 1, 1_000, "Assets that a sandbox keeps.");

  public static final Option<Integer> MAX_JOURNAL_ENTRIES =
      number(
          "max-journal-entries",
          0,
          1_000,
          "Calls that a sandbox's journal keeps; 0 switches it off.");

  public static final Option<Long> MAX_JOURNAL_BYTES =
      bytes("max-journal-bytes", 0, 4L << 20, "Size of a sandbox's journal.");

  public static final Option<Long> MAX_UPLOAD_BYTES =
      bytes("max-upload-bytes", 0, 100L << 20, "Uploaded files that a sandbox keeps in memory.");

  public static final Option<Long> MAX_SERVER_UPLOAD_BYTES =
      heapBytes(
          "max-server-upload-bytes",
          0,
          new HeapShare(400L << 20, 4),
          "Uploaded files that the whole server keeps in memory.");

  public static final Option<Long> MAX_SNAPSHOT_BYTES =
      bytes("max-snapshot-bytes", 0, 192L << 20, "Size of a snapshot that is restored.");

  public static final Option<Integer> MAX_CONNECTIONS =
      number("max-connections", 1, 1_024, "Connections that are open at once.");

  public static final Option<Duration> IDLE_TIMEOUT =
      one(
          "idle-timeout",
          "DURATION",
          "PT5M",
          "Real time after which a connection without a request is closed, in ISO 8601.",
          positiveDuration());

  public static final Option<Duration> STALL_TIMEOUT =
      one(
          "stall-timeout",
          "DURATION",
          "PT20S",
          "Real time in which a request that arrives, and a response that is read, must move on, in"
              + " ISO 8601.",
          positiveDuration());

  public static final Option<Long> MAX_BYTES_IN_FLIGHT =
      heapBytes(
          "max-bytes-in-flight",
          1,
          new HeapShare(256L << 20, 8),
          "Request bodies that the server holds at once, over all connections.");

  /** Every option, in the order of the help. The constants above add themselves. */
  public static final List<Option<?>> ALL = List.copyOf(DECLARED);

  private MockOptions() {}

  private static Option<Integer> number(String name, int min, int fallback, String description) {
    return one(name, "N", Integer.toString(fallback), description, integerFrom(min));
  }

  private static Option<Long> bytes(String name, long min, long fallback, String description) {
    return one(name, "BYTES", Long.toString(fallback), description, longFrom(min));
  }

  /** A bound whose default is no more than a part of the heap. */
  private static Option<Long> heapBytes(
      String name, long min, HeapShare share, String description) {
    return declare(
        name,
        "BYTES",
        share.fallback(),
        description + " " + share.description(),
        false,
        given -> given.isEmpty() ? share.bytes() : longFrom(min).read(last(given, "")));
  }

  /** An option with one value. */
  private static <T> Option<T> one(
      String name, String label, String fallback, String description, OptionType<T> type) {
    return declare(
        name, label, fallback, description, false, given -> type.read(last(given, fallback)));
  }

  /** An option with one value that may be absent; the description tells the default. */
  private static <T> Option<@Nullable T> optional(
      String name, String label, String description, OptionType<T> type) {
    return declare(
        name,
        label,
        null,
        description,
        false,
        given -> given.isEmpty() ? null : type.read(last(given, "")));
  }

  /** An option that may be given more than once; the description tells the default. */
  private static <T> Option<List<T>> several(
      String name, String label, String description, OptionType<T> type) {
    return declare(
        name, label, null, description, true, given -> given.stream().map(type::read).toList());
  }

  /** An option without a value. Default: off. */
  private static Option<Boolean> flag(String name, String description) {
    return declare(
        name, "", null, description, false, given -> trueOrFalse().read(last(given, "false")));
  }

  private static <T extends @Nullable Object> Option<T> declare(
      String name,
      String label,
      @Nullable String fallback,
      String description,
      boolean repeatable,
      Function<List<String>, T> reader) {
    var option = new Option<T>(name, label, fallback, description, repeatable, reader);
    DECLARED.add(option);
    return option;
  }

  private static String last(List<String> given, String fallback) {
    return given.isEmpty() ? fallback : given.get(given.size() - 1);
  }
}
