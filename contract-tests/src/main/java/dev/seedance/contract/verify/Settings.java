package dev.seedance.contract.verify;

import dev.seedance.spec.ApiSpec;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a server is verified; {@link #of} knows the defaults.
 *
 * @param baseUrl where the server answers
 * @param apiKey the key to call with
 * @param otherKey the key of somebody else, who must not see what the first one has
 * @param allowSpend whether tasks may be submitted and files stored
 * @param only groups and ids of checks to run; empty runs all
 * @param revision the revision of the contract
 * @param timeout how long to wait for the end of a task, an asset or a webhook
 * @param pollInterval how long to wait between two looks; null for what suits the server
 * @param vectors how many vectors of each rule to send at most
 * @param webhooks how the server reaches the receiver of webhooks
 */
public record Settings(
    URI baseUrl,
    String apiKey,
    String otherKey,
    boolean allowSpend,
    List<String> only,
    String revision,
    Duration timeout,
    @Nullable Duration pollInterval,
    int vectors,
    Webhooks webhooks) {

  /** The longest that the contract advises to poll for. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

  /** A key that no server knows. */
  public static final String DEFAULT_OTHER_KEY = "seedance-verify-somebody-else";

  /** Copies the list. */
  public Settings {
    only = List.copyOf(only);
  }

  /**
   * How the server reaches the receiver.
   *
   * @param host the address to listen on
   * @param port the port to listen on; 0 takes a free one
   * @param url the URL by which the server reaches it; null where that is the address itself
   * @param secret the webhook secret of the account; null where it is not known
   */
  public record Webhooks(String host, int port, @Nullable URI url, @Nullable String secret) {

    /** A receiver for servers on this machine. */
    public static final Webhooks LOCAL = new Webhooks("127.0.0.1", 0, null, null);

    /** The URL by which the server reaches it, where one was named. */
    public Optional<URI> publicUrl() {
      return Optional.ofNullable(url);
    }
  }

  /** All that is not named at its default. */
  public static Settings of(URI baseUrl, String apiKey) {
    return new Settings(
        baseUrl,
        apiKey,
        DEFAULT_OTHER_KEY,
        false,
        List.of(),
        ApiSpec.defaultRevision(),
        DEFAULT_TIMEOUT,
        null,
        Integer.MAX_VALUE,
        Webhooks.LOCAL);
  }

  /** The same, with consent to spend. */
  public Settings spending() {
    return new Settings(
        baseUrl, apiKey, otherKey, true, only, revision, timeout, pollInterval, vectors, webhooks);
  }

  /** All but the secrets. */
  @Override
  public String toString() {
    return "Settings[%s, allowSpend=%s, only=%s, revision=%s]"
        .formatted(baseUrl, allowSpend, only, revision);
  }

  /** Whether a check was asked for. */
  public boolean selects(Check check) {
    return only.isEmpty() || only.contains(check.group()) || only.contains(check.id());
  }
}
