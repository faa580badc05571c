package dev.seedance.mock.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Calls;
import dev.seedance.mock.MockProcess;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server without a store loads no class of one, and no driver. */
class PlainMockTest {

  @Test
  void loads_no_driver(@TempDir Path folder) throws Exception {
    Path classes = folder.resolve("classes.txt");
    Process server =
        MockProcess.of(List.of("-Xlog:class+load:file=" + classes.getFileName()))
            .directory(folder.toFile())
            .start();
    try (var out =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      URI address = MockProcess.address(out);
      Calls.to(address, "key").submit("{\"model\":\"seedance-2\",\"prompt\":\"A lighthouse\"}");
    } finally {
      server.destroy();
      server.waitFor();
    }
    assertThat(Files.readString(classes))
        .contains("dev.seedance.mock.generation.Task")
        .doesNotContain("org.sqlite", "org.postgresql", "dev.seedance.mock.store.jdbc");
  }
}
