package dev.seedance.mock.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seedance.mock.Listings;
import dev.seedance.mock.MockOptions;
import dev.seedance.mock.MockServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the listings of {@code docs/mock-server.md} where their language is there. */
class ClockListingsTest {

  @TempDir private Path directory;

  @Test
  void the_python_listing_says_completed() throws Exception {
    assumeTrue(Listings.runs("python3", "--version"));
    assertThat(output("python", "clock.py", "python3")).isEqualTo("completed");
  }

  @Test
  void the_typescript_listing_says_completed() throws Exception {
    assumeTrue(Listings.runsTypescript());
    assertThat(output("typescript", "clock.mts", "node")).endsWith("completed");
  }

  private String output(String language, String file, String command) throws Exception {
    Files.writeString(directory.resolve(file), Listings.first("mock-server.md", language));
    try (var server = MockServer.start(MockOptions.builder().build())) {
      var builder = new ProcessBuilder(command, file).directory(directory.toFile());
      builder.environment().put("MOCK", server.baseUrl().toString());
      Process process = builder.redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
