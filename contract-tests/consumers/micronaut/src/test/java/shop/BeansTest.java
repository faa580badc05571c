package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seedance.mock.testkit.MockServer;
import dev.seedance.mock.testkit.SeedanceMock;
import io.micronaut.context.BeanContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The program and the mock server, two Micronaut servers in one JVM, share no bean. */
@SeedanceMock
@MicronautTest
class BeansTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Inject private BeanContext context;
  @Inject private EmbeddedServer shop;

  @Test
  void the_program_has_no_bean_of_the_mock() {
    List<String> beans =
        context.getAllBeanDefinitions().stream()
            .map(definition -> definition.getBeanType().getName())
            .filter(name -> name.startsWith("dev.seedance.mock."))
            .toList();

    assertEquals(List.of(), beans);
  }

  @Test
  void the_program_has_no_route_of_the_mock() throws Exception {
    var response = get(shop.getURI().resolve("/_mock/health"));

    assertEquals(404, response.statusCode());
    assertEquals(Optional.of("clips"), response.headers().firstValue("X-Shop"));
  }

  @Test
  void the_mock_has_no_route_of_the_program(MockServer mock) throws Exception {
    assertEquals(404, get(mock.baseUrl().resolve("/about")).statusCode());
  }

  @Test
  void the_mock_has_no_filter_of_the_program(MockServer mock) throws Exception {
    var response = get(mock.baseUrl().resolve("/_mock/health"));

    assertEquals(200, response.statusCode());
    assertEquals(Optional.empty(), response.headers().firstValue("X-Shop"));
  }

  private static HttpResponse<Void> get(URI uri) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
  }
}
