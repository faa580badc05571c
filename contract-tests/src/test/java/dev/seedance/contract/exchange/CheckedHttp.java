package dev.seedance.contract.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.SeedanceClient;
import dev.seedance.client.SeedanceClientBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The one way to speak HTTP in the tests of this module: every exchange is held to the contract by
 * a validator that is not ours.
 *
 * <p>As a field with {@code @RegisterExtension} it fails the test that made a wrong exchange, even
 * if the client under test has swallowed it. {@link Calls} fail on the spot. An ArchUnit rule sees
 * to it that no test opens a connection of its own.
 */
public final class CheckedHttp implements AfterEachCallback {

  private final ConcurrentLinkedQueue<String> breaches = new ConcurrentLinkedQueue<>();
  private final HttpClient client;

  /** Holds requests and responses to the contract. */
  public CheckedHttp() {
    this(Contract::breach);
  }

  private CheckedHttp(Function<Exchange, Optional<String>> check) {
    client =
        new CheckingHttpClient(
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
            exchange -> check.apply(exchange).ifPresent(breaches::add));
  }

  /**
   * Holds responses alone. For requests that a server takes and ignores in part: a member of a
   * later revision may hold anything under an earlier one, and the document describes them all.
   */
  public static CheckedHttp ofAnswers() {
    return new CheckedHttp(Contract::breachOfAnswer);
  }

  /** Returns a builder of our client, which never waits and whose connections are checked. */
  public SeedanceClientBuilder clientOf(URI baseUrl, String key) {
    return SeedanceClient.builder()
        .baseUrl(baseUrl)
        .apiKey(key)
        .httpClient(client)
        .sleeper(wait -> CompletableFuture.completedFuture(null));
  }

  /** Returns plain calls, for requests that our client would not make. */
  public Calls callsOf(URI baseUrl, String key) {
    return new Calls(this, baseUrl, key);
  }

  /** Returns the exchanges so far that broke the contract, and forgets them. */
  public List<String> takeBreaches() {
    List<String> taken = List.copyOf(breaches);
    breaches.clear();
    return taken;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    requireConforming();
  }

  /** Fails if an exchange broke the contract. */
  public void requireConforming() {
    assertThat(takeBreaches()).as("exchanges that break the contract").isEmpty();
  }

  HttpClient client() {
    return client;
  }
}
