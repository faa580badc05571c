package dev.seedance.mock.options;

import static dev.seedance.mock.options.OptionType.baseUrl;
import static dev.seedance.mock.options.OptionType.dollars;
import static dev.seedance.mock.options.OptionType.host;
import static dev.seedance.mock.options.OptionType.instant;
import static dev.seedance.mock.options.OptionType.integer;
import static dev.seedance.mock.options.OptionType.key;
import static dev.seedance.mock.options.OptionType.line;
import static dev.seedance.mock.options.OptionType.longFrom;
import static dev.seedance.mock.options.OptionType.positiveDuration;
import static dev.seedance.mock.options.OptionType.size;
import static dev.seedance.mock.options.OptionType.text;

import dev.seedance.mock.log.LogFormat;
import dev.seedance.mock.time.ClockSetting;
import dev.seedance.spec.ApiSpec;
import dev.seedance.spec.http.HttpUrl;
import dev.seedance.spec.text.ByteSize;
import dev.seedance.validator.RequestValidator;
import java.math.BigDecimal;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options of the mock server. A further option is one more constant before ALL. */
public final class MockOptions {

  private static final OptionList LIST = new OptionList();

  public static final Option<@Nullable String> CONFIG =
      LIST.optional(
          "config",
          "FILE",
          "YAML file of options, by their names without dashes. The command line and the environment"
              + " win over it.",
          line());

  /** The largest balance of an account, in US dollars. */
  public static final BigDecimal MAX_BALANCE = new BigDecimal("1000000000");

  public static final Option<Integer> PORT =
      LIST.one("port", "PORT", "8080", "Port to bind; 0 picks a free one.", integer(0, 65_535));

  public static final Option<String> HOST =
      LIST.one(
          "host",
          "HOST",
          "127.0.0.1",
          "Address to bind. Anything but a loopback address lets other machines in.",
          host());

  public static final Option<@Nullable HttpUrl> PUBLIC_URL =
      LIST.optional(
          "public-url",
          "URL",
          "Address that callers use, such as https://mock.example.com/seedance behind a proxy; links"
              + " begin with it. Default: the Host of each request.",
          baseUrl());

  public static final Option<Boolean> TRUST_FORWARDED =
      LIST.flag(
          "trust-forwarded",
          "Begin links with scheme, host, port and path prefix of the headers Forwarded or"
              + " X-Forwarded-*; only behind a proxy that sets them.");

  public static final Option<String> REVISION =
      LIST.one(
          "revision",
          "R",
          ApiSpec.defaultRevision(),
          "Contract revision that requests are held to, unless a sandbox sets another; 'latest' is the"
              + " newest.",
          ApiSpec::revision);

  public static final Option<ClockSetting> CLOCK =
      LIST.one(
          "clock",
          "CLOCK",
          ClockSetting.REAL.toString(),
          "How time flows: real, xN (N times faster, such as x60), frozen, or auto (each poll moves"
              + " to the task's next event).",
          ClockSetting::parse);

  public static final Option<@Nullable Instant> CLOCK_START =
      LIST.optional(
          "clock-start",
          "INSTANT",
          "First instant of every sandbox, such as 2026-01-01T00:00:00Z. Default: now.",
          instant());

  public static final Option<Long> SEED =
      LIST.one(
          "seed",
          "N",
          "0",
          "What ids, durations and chance are drawn from.",
          longFrom(Long.MIN_VALUE));

  public static final Option<String> SCENARIO =
      LIST.one("scenario", "NAME", "realistic", "Scenario of tasks that ask for none.", text());

  public static final Option<List<String>> API_KEYS =
      LIST.secrets(
          "api-key",
          "KEY",
          "A key that is welcome; may be given more than once. Default: every key is.",
          key());

  public static final Option<List<String>> WEBHOOK_HOSTS =
      LIST.several(
          "allow-webhook-host",
          "HOST",
          "A host beside this machine that webhooks may go to, exactly as in the URL; may be given"
              + " more than once. Default: loopback addresses only.",
          host());

  public static final Option<@Nullable List<X509Certificate>> WEBHOOK_CA =
      LIST.optional(
          "webhook-ca",
          "FILE",
          "PEM file of certificates that https receivers of webhooks may have, beside those of"
              + " public authorities: a self-signed one, or that of your own authority.",
          PemFile::read);

  public static final Option<Boolean> RATE_LIMITS =
      LIST.flag("rate-limits", "Hold callers to rate limits; without it: none.");

  public static final Option<Rate> SUBMIT_RATE =
      LIST.one("submit-rate", "N/BURST", "300/50", "Submits a minute, and at once.", Rate::parse);

  public static final Option<Rate> QUERY_RATE =
      LIST.one(
          "query-rate", "N/BURST", "3000/500", "Status calls a minute, and at once.", Rate::parse);

  public static final Option<Optional<BigDecimal>> BALANCE =
      LIST.one(
          "balance",
          "USD",
          MAX_BALANCE.toPlainString(),
          "US dollars on the account of each key, or 'unlimited'.",
          dollars(MAX_BALANCE));

  public static final Option<List<WebOrigin>> CORS_ORIGINS =
      LIST.several(
          "cors-origin",
          "ORIGIN",
          "Origin whose pages may call from a browser, such as http://localhost:5173; may be given"
              + " more than once.",
          WebOrigin::parse);

  public static final Option<LogFormat> LOG_FORMAT =
      LIST.one(
          "log-format",
          "FORMAT",
          "text",
          "Form of the log on standard error: text, or json with one object a line.",
          LogFormat::parse);

  public static final Option<@Nullable Long> STOP_WITH_PROCESS =
      LIST.optional(
          "stop-with-process",
          "PID",
          "Process whose end ends the server too: a test run that starts a server and may be killed"
              + " names itself. Default: none.",
          longFrom(1));

  public static final Option<Long> MAX_MEMORY =
      LIST.heapBytes(
          "max-memory",
          1,
          new HeapShare(Long.MAX_VALUE, 4),
          "All that sandboxes keep, without uploaded files.");

  public static final Option<Integer> MAX_SANDBOXES =
      LIST.number("max-sandboxes", 1, 1_000, "Sandboxes that are kept.");

  public static final Option<Duration> SANDBOX_IDLE =
      LIST.one(
          "sandbox-idle",
          "DURATION",
          "PT48H",
          "Real time after which an unused sandbox is dropped, in ISO 8601.",
          positiveDuration());

  public static final Option<Integer> MAX_TASKS =
      LIST.number("max-tasks", 1, 10_000, "Tasks that a sandbox keeps.");

  public static final Option<Integer> MAX_DELIVERIES =
      LIST.number("max-deliveries", 1, 1_000, "Webhook deliveries that a sandbox keeps.");

  public static final Option<Integer> MAX_SCENARIOS =
      LIST.number("max-scenarios", 0, 100, "Scenarios of its own that a sandbox may have.");

  public static final Option<Integer> MAX_GROUPS =
      LIST.number("max-groups", 1, 1_000, "Groups of assets that a sandbox keeps.");

  public static final Option<Integer> MAX_ASSETS =
      LIST.number("max-assets", 1, 1_000, "Assets that a sandbox keeps.");

  public static final Option<Integer> MAX_JOURNAL_ENTRIES =
      LIST.number(
          "max-journal-entries",
          0,
          1_000,
          "Calls that a sandbox's journal keeps; 0 switches it off.");

  public static final Option<Long> MAX_JOURNAL_BYTES =
      LIST.bytes("max-journal-bytes", 0, 4L << 20, "Size of a sandbox's journal.");

  public static final Option<Long> MAX_UPLOAD_BYTES =
      LIST.bytes(
          "max-upload-bytes", 0, 100L << 20, "Uploaded files that a sandbox keeps in memory.");

  public static final Option<Long> MAX_SERVER_UPLOAD_BYTES =
      LIST.heapBytes(
          "max-server-upload-bytes",
          0,
          new HeapShare(400L << 20, 4),
          "Uploaded files that the whole server keeps in memory.");

  public static final Option<Long> MAX_SNAPSHOT_BYTES =
      LIST.bytes("max-snapshot-bytes", 0, 192L << 20, "Size of a snapshot that is restored.");

  public static final Option<Integer> MAX_CONNECTIONS =
      LIST.number("max-connections", 1, 1_024, "Connections that are open at once.");

  public static final Option<Duration> IDLE_TIMEOUT =
      LIST.one(
          "idle-timeout",
          "DURATION",
          "PT5M",
          "Real time after which a connection without a request is closed, in ISO 8601.",
          positiveDuration());

  public static final Option<Duration> STALL_TIMEOUT =
      LIST.one(
          "stall-timeout",
          "DURATION",
          "PT20S",
          "Real time in which a request that arrives, and a response that is read, must move on, in"
              + " ISO 8601.",
          positiveDuration());

  public static final Option<Long> MAX_BYTES_IN_FLIGHT =
      LIST.heapBytes(
          "max-bytes-in-flight",
          1,
          new HeapShare(256L << 20, 8),
          "Request bodies that the server holds at once, over all connections.");

  public static final Option<Integer> MAX_BODY =
      LIST.one(
          "max-body",
          "SIZE",
          ByteSize.shortest(RequestValidator.MAX_BODY_BYTES),
          "Size of a generation request with the media in its data: URLs, such as 64MiB.",
          size(1 << 30));

  /** Every option, in the order of the help. The constants above add themselves. */
  public static final List<Option<?>> ALL = LIST.and(TlsOptions.ALL, StoreOptions.ALL);

  private MockOptions() {}
}
