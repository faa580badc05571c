package dev.seedance.client;

import dev.seedance.client.internal.Require;
import java.time.Duration;

/**
 * How to download a file. Immutable: each method returns a changed copy.
 *
 * @param overwrite whether a file of the same name is replaced; true by default
 * @param idleTimeout how long the server may send nothing before we connect again; 30 s by default
 * @param timeout for the whole download; 15 minutes by default
 * @param listener hears the progress; none by default
 */
public record DownloadOptions(
    boolean overwrite, Duration idleTimeout, Duration timeout, Listener listener) {

  private static final DownloadOptions DEFAULTS =
      new DownloadOptions(
          true, Duration.ofSeconds(30), Duration.ofMinutes(15), (received, total) -> {});

  /** Refuses values that would end every download. */
  public DownloadOptions {
    Require.positive("idleTimeout", idleTimeout);
    Require.positive("timeout", timeout);
    Require.given("listener", listener);
  }

  /** Hears how a download goes on. Called on a thread of the HTTP client: return soon. */
  @FunctionalInterface
  public interface Listener {

    /**
     * Some more has arrived.
     *
     * @param received bytes so far
     * @param total bytes of the whole file; -1 where the server does not tell
     */
    void onBytes(long received, long total);
  }

  /** Every option at its default. */
  public static DownloadOptions defaults() {
    return DEFAULTS;
  }

  /** Whether a file of the same name is replaced, once the new one is whole. Default: true. */
  public DownloadOptions withOverwrite(boolean overwrite) {
    return new DownloadOptions(overwrite, idleTimeout, timeout, listener);
  }

  /** How long the server may send nothing before we connect again. Default: 30 s. */
  public DownloadOptions withIdleTimeout(Duration idleTimeout) {
    return new DownloadOptions(overwrite, idleTimeout, timeout, listener);
  }

  /** For the whole download, all connections together. Default: 15 minutes. */
  public DownloadOptions withTimeout(Duration timeout) {
    return new DownloadOptions(overwrite, idleTimeout, timeout, listener);
  }

  /** Hears the progress. Default: nobody. */
  public DownloadOptions withListener(Listener listener) {
    return new DownloadOptions(overwrite, idleTimeout, timeout, listener);
  }
}
