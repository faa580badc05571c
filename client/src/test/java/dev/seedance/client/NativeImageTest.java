package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.client.internal.Json;
import dev.seedance.client.model.GenerationTask;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Jackson reaches the models by reflection: a native image must be told of each. */
class NativeImageTest {

  private static final String HINTS =
      "/META-INF/native-image/dev.seedance/seedance-client/reflect-config.json";

  @Test
  void the_hints_name_every_model_and_nothing_else() throws Exception {
    assertThat(hinted()).containsExactlyInAnyOrderElementsOf(models());
  }

  private static List<String> hinted() throws IOException {
    try (InputStream in = NativeImageTest.class.getResourceAsStream(HINTS)) {
      return Json.MAPPER.readTree(in).findValues("name").stream().map(JsonNode::asText).toList();
    }
  }

  private static List<String> models() throws IOException, URISyntaxException {
    var anyModel = GenerationTask.class;
    Path folder = Path.of(anyModel.getResource(".").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.startsWith("AbstractOpenApi"))
          .map(name -> anyModel.getPackageName() + "." + name.replace(".class", ""))
          .toList();
    }
  }
}
