package dev.seedance.contract.verify;

import dev.seedance.spec.ApiSpec;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a verification; {@link #of} gives the defaults.
 *
 * @param baseUrl the URL of the server
 * @param apiKey the key to call with
 * @param otherKey the key of somebody else, who must not see what the first one has
 * @param allowSpend true if tasks may be submitted and files stored
 * @param only groups and ids of checks to run; empty runs all
 * @param revision the revision of the contract; {@link ApiSpec#LATEST} names the newest
 * @param timeout the longest wait for the end of a task, an asset or a webhook
 * @param pollInterval the wait between two polls; null for the interval that suits the server
 * @param vectors the most vectors of each rule to send
 * @param webhooks the way from the server to the receiver of webhooks
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

  /**
   * Copies the list, and resolves the name of the revision.
   *
   * @throws IllegalArgumentException if the revision is not known
   */
  public Settings {
    only = List.copyOf(only);
    revision = ApiSpec.revision(revision);
  }

  /**
   * The way from the server to the receiver.
   *
   * @param host the address to listen on
   * @param port the port to listen on; 0 takes a free one
   * @param url the URL by which the server reaches it; null if that is the address itself
   * @param secret the webhook secret of the account; null if it is not known
   */
  public record Webhooks(String host, int port, @Nullable URI url, @Nullable String secret) {

    /** A receiver for servers on this machine. */
    public static final Webhooks LOCAL = new Webhooks("127.0.0.1", 0, null, null);

    /** Returns the URL by which the server reaches the receiver, if one was named. */
    public Optional<URI> publicUrl() {
      return Optional.ofNullable(url);
    }
  }

  /** Returns settings that are at their defaults but for URL and key. */
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

  /** Returns the same settings with consent to spend. */
  public Settings spending() {
    return new Settings(
        baseUrl, apiKey, otherKey, true, only, revision, timeout, pollInterval, vectors, webhooks);
  }

  /** Shows all but the secrets. */
  @Override
  public String toString() {
    return "Settings[%s, allowSpend=%s, only=%s, revision=%s]"
        .formatted(baseUrl, allowSpend, only, revision);
  }

  /** Returns true if the check was asked for. */
  public boolean selects(Check check) {
    return only.isEmpty() || only.contains(check.group()) || only.contains(check.id());
  }
}
