package dev.seedance.client;

import dev.seedance.client.internal.Require;
import java.time.Duration;

/**
 * The options of a download. Immutable: each method returns a changed copy.
 *
 * @param overwrite true replaces a file of the same name; true by default
 * @param idleTimeout the silence of the server after which the client connects again; 30 s by
 *     default
 * @param timeout for the whole download; 15 minutes by default
 * @param maxBytes the size of the longest file that is taken; 1 GiB by default
 * @param listener is told of the progress; none by default
 */
public record DownloadOptions(
    boolean overwrite, Duration idleTimeout, Duration timeout, long maxBytes, Listener listener) {

  private static final long GIBIBYTE = 1L << 30;

  private static final DownloadOptions DEFAULTS =
      new DownloadOptions(
          true, Duration.ofSeconds(30), Duration.ofMinutes(15), GIBIBYTE, (received, total) -> {});

  /** Refuses values that would end every download. */
  public DownloadOptions {
    Require.positive("idleTimeout", idleTimeout);
    Require.positive("timeout", timeout);
    Require.atLeastOne("maxBytes", maxBytes);
    Require.given("listener", listener);
  }

  /**
   * A listener to the progress of a download. Called on a thread of the HTTP client: return soon.
   */
  @FunctionalInterface
  public interface Listener {

    /**
     * Called when more bytes have arrived.
     *
     * @param received bytes so far
     * @param total bytes of the whole file; -1 if the server does not tell
     */
    void onBytes(long received, long total);
  }

  /** Returns every option at its default. */
  public static DownloadOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Sets the fate of a file of the same name: true replaces it once the new one is whole, false
   * refuses to. Default: true.
   */
  public DownloadOptions withOverwrite(boolean overwrite) {
    return new DownloadOptions(overwrite, idleTimeout, timeout, maxBytes, listener);
  }

  /** Sets the silence of the server after which the client connects again. Default: 30 s. */
  public DownloadOptions withIdleTimeout(Duration idleTimeout) {
    return new DownloadOptions(overwrite, idleTimeout, timeout, maxBytes, listener);
  }

  /** Limits the whole download, all connections together. Default: 15 minutes. */
  public DownloadOptions withTimeout(Duration timeout) {
    return new DownloadOptions(overwrite, idleTimeout, timeout, maxBytes, listener);
  }

  /** Limits the size of the file; a longer one is refused and not saved. Default: 1 GiB. */
  public DownloadOptions withMaxBytes(long maxBytes) {
    return new DownloadOptions(overwrite, idleTimeout, timeout, maxBytes, listener);
  }

  /** Reports the progress to a listener. Default: none. */
  public DownloadOptions withListener(Listener listener) {
    return new DownloadOptions(overwrite, idleTimeout, timeout, maxBytes, listener);
  }
}
