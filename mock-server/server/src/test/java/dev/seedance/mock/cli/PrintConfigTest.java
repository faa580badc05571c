package dev.seedance.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.options.MockOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --print-config}: the options of a server, and the place that each comes from. */
class PrintConfigTest {

  private static final String SECRET = "a-secret-of-the-tests";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void tells_where_each_value_comes_from() throws Exception {
    Path file = file("port: 1\nhost: a.test\nclock: x60\napi-key: [%s]\n".formatted(SECRET));
    Path secret = Files.writeString(folder.resolve("secret"), SECRET);
    Map<String, String> environment =
        Map.of(
            "SEEDANCE_MOCK_PORT", "2",
            "SEEDANCE_MOCK_HOST", "b.test",
            "SEEDANCE_MOCK_CONFIG", file.toString(),
            "SEEDANCE_MOCK_CORS_ORIGIN", "http://a.test,http://b.test",
            "SEEDANCE_MOCK_CLUSTER_SECRET_FILE", secret.toString());
    assertThat(run(environment, "--print-config", "--port=3", "--rate-limits")).isZero();
    assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "# config: " + file + " # SEEDANCE_MOCK_CONFIG",
            "port: 3 # --port",
            "host: b.test # SEEDANCE_MOCK_HOST",
            "clock: x60 # " + file + ", line 3: clock",
            "# api-key: [***] # " + file + ", line 4: api-key",
            "rate-limits: true # --rate-limits",
            "trust-forwarded: false # default",
            "cors-origin: [http://a.test, http://b.test] # SEEDANCE_MOCK_CORS_ORIGIN",
            "# cluster-secret: *** # SEEDANCE_MOCK_CLUSTER_SECRET_FILE",
            "# data: # default",
            "max-body: 64MiB # default",
            "max-memory: " + (Runtime.getRuntime().maxMemory() - (24 << 20)) / 4 + " # default")
        .hasSize(MockOptions.ALL.size());
    assertThat(out.toString() + err).doesNotContain(SECRET);
  }

  @Test
  void prints_a_file_that_says_the_same() throws Exception {
    assertThat(run(Map.of(), "--print-config", "--data= it's: a #folder", "--balance=unlimited"))
        .isZero();
    String first = withoutPlaces(out.toString());
    Path file = file(out.toString());
    out.getBuffer().setLength(0);
    assertThat(run(Map.of(), "--print-config", "--config=" + file)).isZero();
    assertThat(withoutPlaces(out.toString())).isEqualTo(first).contains("it''s: a #folder");
  }

  @Test
  void refuses_what_a_server_would_refuse() throws Exception {
    Path file = file("scenario: storm\n");
    assertThat(run(Map.of(), "--print-config", "--config=" + file)).isEqualTo(2);
    assertThat(err.toString()).contains("unknown scenario 'storm'");
    assertThat(out.toString()).isEmpty();
    assertThat(run(Map.of("SEEDANCE_MOCK_PROT", "1"), "--print-config")).isEqualTo(2);
    assertThat(err.toString()).contains("did you mean SEEDANCE_MOCK_PORT?");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("mock.yaml"), text);
  }

  private static String withoutPlaces(String printed) {
    return printed.replaceAll("(?m) +# [^#]*$", "").replaceFirst("(?m)^# config:.*\\n", "");
  }

  private int run(Map<String, String> environment, String... words) {
    return MockCommand.commandLine(MockOptions.ALL, environment)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(words);
  }
}
