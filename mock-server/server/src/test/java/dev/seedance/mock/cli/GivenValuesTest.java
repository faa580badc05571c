package dev.seedance.mock.cli;

import static dev.seedance.mock.options.MockOptions.API_KEYS;
import static dev.seedance.mock.options.MockOptions.WEBHOOK_CA;
import static dev.seedance.mock.options.MockOptions.WEBHOOK_HOSTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.webhook.TestAuthority;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, hosts and certificates as users give them. */
class GivenValuesTest {

  @Test
  void an_empty_value_among_several_is_refused() {
    for (String variable : List.of(",", "a,", "a,,b", " ")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> read(Map.of(API_KEYS.variable(), variable)))
          .withMessageContaining("a key of 0 characters is not valid; expected");
    }
  }

  @Test
  void what_a_file_or_an_editor_puts_around_a_value_is_no_part_of_it(@TempDir Path directory)
      throws Exception {
    var authority = new TestAuthority(directory, "dns:localhost");
    assertThat(read(Map.of(), "--api-key=\uFEFFteam-key\r\n").get(API_KEYS))
        .containsExactly("team-key");
    assertThat(read(Map.of(), "--webhook-ca= " + authority.pem() + "\n").get(WEBHOOK_CA))
        .hasSize(1);
    assertThat(read(Map.of(), "--allow-webhook-host=hook.test ").get(WEBHOOK_HOSTS))
        .containsExactly("hook.test");
  }

  @Test
  void hosts_may_be_names_and_addresses() {
    String[] hosts = {"hook_1.test", "b\u00fccher.test", "10.0.0.7", "::1", "[fd00::1]", "x."};
    for (String host : hosts) {
      assertThat(read(Map.of(), "--allow-webhook-host=" + host).get(WEBHOOK_HOSTS))
          .containsExactly(host);
    }
  }

  @Test
  void a_key_is_not_shown_when_it_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Map.of(), "--api-key=my secret"))
        .withMessageContaining("a key of 9 characters")
        .withMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://me:hush@db.test/mock",
        "jdbc:postgresql://me:hush@db.test/mock",
        "jdbc:postgresql://db.test:5432?password=hush",
        "jdbc:postgresql:mock?password=hush",
        "jdbc:mysql://db.test/mock?password=hush"
      })
  void the_password_of_a_database_is_not_shown_when_its_url_is_refused(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Map.of(), "--database=" + url))
        .withMessageContaining("expected jdbc:postgresql://HOST:PORT/DATABASE")
        .withMessageNotContaining("hush");
  }

  @Test
  void a_store_in_two_places_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Map.of(), "--data=d", "--database=jdbc:postgresql://db.test/mock"))
        .withMessage("--data and --database are both given; expected one of them");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2021/03/04 05:06:07", "2091/03/04 05:06:07"})
  void a_certificate_that_is_not_valid_now_is_refused_when_it_is_named(
      String from, @TempDir Path directory) throws Exception {
    var other =
        new TestAuthority(directory, "dns:localhost", "-startdate", from, "-validity", "10");
    String year = from.substring(0, 4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Map.of(), "--webhook-ca=" + other.receiverPem()))
        .withMessageStartingWith("--webhook-ca: '" + other.receiverPem() + "' holds")
        .withMessageContainingAll("CN=Receiver", "valid from " + year + "-03-0", "renew it");
    assertThat(read(Map.of(), "--webhook-ca=" + other.pem()).get(WEBHOOK_CA)).hasSize(1);
  }

  private static OptionValues read(Map<String, String> environment, String... arguments) {
    return MockCommand.read(MockOptions.ALL, environment, arguments);
  }
}
