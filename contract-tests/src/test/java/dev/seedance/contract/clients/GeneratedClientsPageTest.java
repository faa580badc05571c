package dev.seedance.contract.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Keeps the page on generated clients in step with their table, and writes it anew. */
class GeneratedClientsPageTest {

  /** The system property that makes the test write the page instead of comparing it. */
  private static final String WRITE = "seedance.docs.write";

  private static final String COMMAND =
      "./mvnw -pl contract-tests -am package -Dtest=GeneratedClientsPageTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -D"
          + WRITE
          + "=true";

  @Test
  void the_page_shows_the_commands_that_are_run() throws IOException {
    String page = Files.readString(GeneratedClientsIT.PAGE);
    String renewed = new GeneratedClientsPage(GeneratedClient.all()).renew(page);
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(GeneratedClientsIT.PAGE, renewed);
      return;
    }
    assertThat(page)
        .as(
            "%s is behind clients/clients.yaml; renew it with%n  %s%n",
            GeneratedClientsIT.PAGE, COMMAND)
        .isEqualTo(renewed);
  }

  @Test
  void each_program_stands_beside_the_table() {
    assertThat(GeneratedClient.all())
        .allSatisfy(client -> assertThat(client.program()).isDirectoryContaining("glob:**"))
        .extracting(GeneratedClient::id)
        .doesNotHaveDuplicates();
  }
}
