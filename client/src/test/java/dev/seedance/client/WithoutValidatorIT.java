package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.VideoModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library on the class path that a user gets: nothing that is optional. */
class WithoutValidatorIT {

  private static final List<String> REQUIRED =
      List.of("client/target", "api-spec/target", "jackson-", "jakarta.annotation-api", "jspecify");

  private static final List<String> LOUDER =
      List.of(Level.INFO.getLocalizedName(), Level.WARNING.getLocalizedName());

  @Test
  void the_client_works_and_leaves_the_verdict_to_the_server() throws Exception {
    assertThat(run())
        .isEqualTo(
            "queued%nqueued%nseedance-validator is not on the class path: add it to check against 2026-08%n"
                .formatted());
  }

  @Test
  void says_once_and_at_debug_level_that_requests_are_not_checked(@TempDir Path directory)
      throws Exception {
    Path logging = directory.resolve("logging.properties");
    Files.writeString(
        logging,
        """
        handlers = java.util.logging.ConsoleHandler
        java.util.logging.ConsoleHandler.level = ALL
        java.util.logging.SimpleFormatter.format = %4$s %5$s%n
        dev.seedance.client.level = FINE
        """);
    assertThat(run("-Djava.util.logging.config.file=" + logging).lines())
        .filteredOn(line -> line.contains("checked by the server only"))
        .singleElement()
        .asString()
        .endsWith(
            " seedance-validator is not on the class path: requests are checked by the server only")
        .satisfies(line -> assertThat(line.substring(0, line.indexOf(' '))).isNotIn(LOUDER));
  }

  /** Returns the output of {@link User}. */
  private static String run(String... jvmOptions) throws Exception {
    try (var server = new ScriptedServer()) {
      server.thenAlways(Reply.queued());
      return ChildJvm.run(
          ChildJvm.classPath().filter(entry -> REQUIRED.stream().anyMatch(entry::contains)),
          List.of(jvmOptions),
          User.class,
          server.url());
    }
  }

  /** Sends requests that the validator would refuse. */
  static final class User {

    private User() {}

    public static void main(String[] args) {
      SeedanceClient client =
          SeedanceClient.builder().baseUrl(args[0]).apiKey("sk-0123456789").build();
      var request = new GenerationRequest().model(VideoModel.SEEDANCE_2_MINI).duration(7);
      System.out.println(client.submit(request).getStatus());
      System.out.println(client.submit(request).getStatus());
      try {
        System.out.println(RequestCheck.ofRevision("2026-08"));
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
