package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.VideoModel;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The library on the class path that a user gets: nothing that is optional. */
class WithoutValidatorIT {

  private static final List<String> REQUIRED =
      List.of("client/target", "jackson-", "jakarta.annotation-api", "jspecify");

  @Test
  void the_client_works_and_leaves_the_verdict_to_the_server() throws Exception {
    try (var server = new ScriptedServer()) {
      server.reply(Reply.queued());

      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  classPath(),
                  WithoutValidatorIT.class.getName() + "$User",
                  server.url())
              .redirectErrorStream(true)
              .start();

      assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("queued" + System.lineSeparator());
      assertThat(process.waitFor()).isZero();
    }
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> REQUIRED.stream().anyMatch(entry::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Sends what the validator would refuse. */
  static final class User {

    private User() {}

    public static void main(String[] args) {
      SeedanceClient client =
          SeedanceClient.builder().baseUrl(args[0]).apiKey("sk-0123456789").build();
      var request = new GenerationRequest().model(VideoModel.SEEDANCE_2_MINI).duration(7);
      System.out.println(client.submit(request).getStatus());
    }
  }
}
