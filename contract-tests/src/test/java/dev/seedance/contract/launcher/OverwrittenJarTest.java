package dev.seedance.contract.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.contract.launcher.Checkout.Mock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mock server that somebody runs by hand, from a jar that is then written to. */
class OverwrittenJarTest {

  @TempDir private Path folder;

  @Test
  void a_jar_that_is_written_to_ends_the_server_with_a_message() throws Exception {
    Path jar = Files.copy(Checkout.builtMockJar(), folder.resolve("mock.jar"));
    try (Mock mock = Checkout.runJar(jar)) {
      assertThat(get(mock, "/_mock/health")).isEqualTo(200);

      Files.write(jar, new byte[1000]);

      assertThat(mock.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(mock.process().exitValue()).isEqualTo(3);
      assertThat(mock.output().lines().collect(Collectors.joining("\n")))
          .contains(jar + " was written to while the server ran from it")
          .contains("Start it again");
    }
  }

  private static int get(Mock mock, String path) throws Exception {
    URI uri = mock.baseUrl().resolve(path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri).header("Authorization", "Bearer any").build(),
            BodyHandlers.discarding())
        .statusCode();
  }
}
