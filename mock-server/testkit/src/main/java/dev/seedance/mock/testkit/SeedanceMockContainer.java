package dev.seedance.mock.testkit;

import java.net.URI;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * A mock server in a container, for tests whose program runs in containers too.
 *
 * <pre>{@code
 * try (var container = new SeedanceMockContainer("seedance-mock").withOptions("--clock", "auto")) {
 *   container.start();
 *   MockServer mock = container.server();
 *   call(mock.baseUrl(), mock.apiKey());
 * }
 * }</pre>
 *
 * <p>Needs {@code org.testcontainers:testcontainers} 2.0 or newer, and a container engine. Other
 * containers of the same network reach the server at port {@value #PORT} of its alias.
 */
public final class SeedanceMockContainer extends GenericContainer<SeedanceMockContainer> {

  /** The port of the server inside the container. */
  public static final int PORT = 8080;

  /**
   * Creates a container that is not started yet.
   *
   * @param image the name of the image, best with a tag or a digest
   */
  public SeedanceMockContainer(String image) {
    super(DockerImageName.parse(image));
    withExposedPorts(PORT);
    waitingFor(Wait.forHttp("/_mock/health/ready").forPort(PORT));
  }

  /** Sets options as on the command line, such as {@code "--clock", "auto"}. */
  public SeedanceMockContainer withOptions(String... options) {
    return withCommand(options);
  }

  /**
   * Returns the server's address for programs outside of containers.
   *
   * @throws IllegalStateException when the container is not started
   */
  public URI baseUrl() {
    return URI.create("http://%s:%d".formatted(getHost(), getMappedPort(PORT)));
  }

  /**
   * Returns a view of the server with the key {@code mock-key}; other keys have sandboxes of their
   * own: {@link MockServer#withApiKey}.
   *
   * @throws IllegalStateException when the container is not started
   */
  public MockServer server() {
    return MockServer.connect(baseUrl().toString(), MockServerBuilder.DEFAULT_KEY);
  }
}
