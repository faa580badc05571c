package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.client.error.SeedanceIoException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedanceClientBuilderTest {

  @Test
  void says_where_a_key_can_come_from() {
    assertThatThrownBy(() -> in(Map.of("SEEDANCE_API_KEY", " ")).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no API key: set SEEDANCE_API_KEY or call apiKey(...) on the builder");
  }

  @Test
  void takes_key_and_base_url_from_the_environment() {
    try (var server = new ScriptedServer().reply(Reply.queued())) {
      in(Map.of("SEEDANCE_API_KEY", "sk-env", "SEEDANCE_BASE_URL", server.url()))
          .fromEnv()
          .build()
          .get("tsk_vid_1");

      assertThat(server.calls().get(0).header("Authorization")).isEqualTo("Bearer sk-env");
    }
  }

  @Test
  void what_is_set_after_the_environment_wins() {
    try (var server = new ScriptedServer().reply(Reply.queued())) {
      in(Map.of("SEEDANCE_API_KEY", "sk-env", "SEEDANCE_BASE_URL", "https://elsewhere.invalid"))
          .fromEnv()
          .baseUrl(server.url())
          .apiKey("sk-set")
          .build()
          .get("tsk_vid_1");

      assertThat(server.calls().get(0).header("Authorization")).isEqualTo("Bearer sk-set");
    }
  }

  @Test
  void sends_a_key_to_a_base_url_of_the_environment_only_when_asked_to() {
    try (var server = new ScriptedServer().reply(Reply.queued())) {
      in(Map.of("SEEDANCE_API_KEY", "sk-env", "SEEDANCE_BASE_URL", "https://elsewhere.invalid"))
          .baseUrl(server.url())
          .build()
          .get("tsk_vid_1");

      assertThat(server.calls().get(0).header("Authorization")).isEqualTo("Bearer sk-env");
    }
  }

  @Test
  void a_blank_variable_changes_nothing() {
    try (var server = new ScriptedServer().reply(Reply.queued())) {
      in(Map.of("SEEDANCE_API_KEY", "", "SEEDANCE_BASE_URL", " "))
          .baseUrl(server.url())
          .apiKey("sk-set")
          .fromEnv()
          .build()
          .get("tsk_vid_1");

      assertThat(server.calls()).hasSize(1);
    }
  }

  @Test
  void names_the_variable_that_holds_a_wrong_value() {
    assertThatThrownBy(() -> in(Map.of("SEEDANCE_BASE_URL", "localhost:8080")).fromEnv())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "SEEDANCE_BASE_URL: the base URL must look like https://host or http://host:port,"
                + " not 'localhost:8080'");
    assertThatThrownBy(() -> in(Map.of("SEEDANCE_API_KEY", "two words")).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "SEEDANCE_API_KEY: the API key holds blanks or characters beyond ASCII; was it copied"
                + " whole?");
  }

  @Test
  void forgives_the_line_end_of_a_copied_key() {
    try (var server = new ScriptedServer().reply(Reply.queued())) {
      TestClient.of(server, new FakeTime()).apiKey(" sk-copied\n").build().get("tsk_vid_1");

      assertThat(server.calls().get(0).header("Authorization")).isEqualTo("Bearer sk-copied");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk-two words", "sk-\nline", "sk-ümlaut", "sk-\u0000"})
  void refuses_a_key_that_no_header_can_hold_without_showing_it(String key) {
    assertThatThrownBy(() -> SeedanceClient.builder().apiKey(key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("sk-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/v1",
        "toapis.com",
        "localhost:8080",
        "ftp://toapis.com",
        "https://",
        "https://two words",
        "https://a.b/?x=1",
        "https://a.b/#top",
        "http://a.b:0",
        "http://a.b:65536",
        "http://a.b:port"
      })
  void refuses_what_is_no_base_url(String url) {
    assertThatThrownBy(() -> SeedanceClient.builder().baseUrl(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the base URL must look like https://host or http://host:port, not '" + url + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://seedance_mock:8080",
        "HTTP://Mock/",
        "https://bücher.example/gateway",
        "http://[::1]:1"
      })
  void takes_what_the_validator_takes_for_a_url(String url) {
    assertThat(SeedanceClient.builder().baseUrl(url).apiKey("sk").build()).isNotNull();
  }

  @Test
  void says_at_once_that_tls_takes_no_name_with_an_underscore() {
    assertThatThrownBy(() -> SeedanceClient.builder().baseUrl("https://under_score"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Java's TLS takes no host such as 'under_score'");
  }

  @Test
  void a_name_that_nobody_knows_is_a_failure_to_connect() {
    SeedanceClient client =
        SeedanceClient.builder()
            .baseUrl("http://no_such.invalid:8080")
            .apiKey("sk")
            .retryPolicy(RetryPolicy.never())
            .build();
    assertThatThrownBy(() -> client.get("tsk_vid_1"))
        .isInstanceOf(SeedanceIoException.class)
        .hasMessageContaining("no connection to http://no_such.invalid:8080");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://me:secret@toapis.com/?x=1",
        "https://me:secret@two words",
        "https://me:secret@",
        "ftp://me:secret@toapis.com"
      })
  void shows_no_password_of_a_wrong_base_url(String url) {
    assertThatThrownBy(() -> SeedanceClient.builder().baseUrl(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageNotContaining("secret");
  }

  @Test
  void refuses_a_base_url_with_a_password_without_showing_it() {
    assertThatThrownBy(() -> SeedanceClient.builder().baseUrl("https://me:secret@toapis.com"))
        .hasMessage("the base URL must not hold a user or a password");
  }

  @Test
  void a_base_url_may_have_a_path_and_a_slash_at_its_end() {
    try (var server = new ScriptedServer().reply(Reply.queued())) {
      TestClient.of(server, new FakeTime())
          .baseUrl(server.url() + "/gateway/")
          .build()
          .get("tsk_vid_1");

      assertThat(server.calls().get(0).path())
          .isEqualTo("/gateway/v1/videos/generations/tsk_vid_1");
    }
  }

  @Test
  void one_client_reuses_its_connections() {
    try (var server = new ScriptedServer().thenAlways(Reply.queued())) {
      SeedanceClient client = TestClient.of(server, new FakeTime()).build();

      for (int i = 0; i < 5; i++) {
        client.get("tsk_vid_1");
      }

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void a_connection_that_the_server_has_closed_costs_a_read_nothing() {
    try (var server = new ScriptedServer()) {
      server.reply(Reply.queued().thenClose(), Reply.queued().thenClose(), Reply.queued());
      SeedanceClient client = TestClient.of(server, new FakeTime()).build();

      assertThatCode(
              () -> {
                client.get("tsk_vid_1");
                client.get("tsk_vid_1");
                client.get("tsk_vid_1");
              })
          .doesNotThrowAnyException();
    }
  }

  @Test
  void a_blank_id_is_not_sent() {
    try (var server = new ScriptedServer()) {
      SeedanceClient client = TestClient.of(server, new FakeTime()).build();

      assertThatThrownBy(() -> client.get(" ")).hasMessageStartingWith("the id is blank");
      assertThat(server.calls()).isEmpty();
    }
  }

  private static SeedanceClientBuilder in(Map<String, String> environment) {
    return new SeedanceClientBuilder(environment);
  }
}
