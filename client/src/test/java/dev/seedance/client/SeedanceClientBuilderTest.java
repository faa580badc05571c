package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedanceClientBuilderTest {

  @Test
  @DisabledIfEnvironmentVariable(named = "SEEDANCE_API_KEY", matches = ".*")
  void says_where_a_key_can_come_from() {
    assertThatThrownBy(SeedanceClient::create)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no API key: set SEEDANCE_API_KEY or call apiKey(...) on the builder");
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
    assertThatThrownBy(() -> SeedanceClient.builder().apiKey(key).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("sk-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"toapis.com", "ftp://toapis.com", "https://", "https://a.b/?x=1", "/v1"})
  void refuses_what_is_no_base_url(String url) {
    assertThatThrownBy(() -> SeedanceClient.builder().baseUrl(url))
        .isInstanceOf(IllegalArgumentException.class);
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
  void options_refuse_what_would_never_end_or_never_rest() {
    AwaitOptions options = AwaitOptions.defaults();

    assertThatThrownBy(() -> options.withInterval(Duration.ZERO))
        .hasMessage("interval must be more than zero, not PT0S");
    assertThatThrownBy(() -> options.withFirstWait(Duration.ofSeconds(-1)))
        .hasMessage("firstWait must not be negative, but is PT-1S");
    assertThatThrownBy(() -> options.withJitter(1.5))
        .hasMessage("jitter must be from 0 to 1, not 1.5");
    assertThatThrownBy(() -> options.withJitter(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> SeedanceClient.builder().maxAnswerBytes(0))
        .hasMessage("maxAnswerBytes must be 1 or more, not 0");
    assertThatThrownBy(() -> RetryPolicy.defaults().withMaxAttempts(0))
        .hasMessage("maxAttempts must be 1 or more, not 0");
  }

  @Test
  void a_blank_id_is_not_sent() {
    try (var server = new ScriptedServer()) {
      SeedanceClient client = TestClient.of(server, new FakeTime()).build();

      assertThatThrownBy(() -> client.get(" ")).hasMessageStartingWith("the id is blank");
      assertThat(server.calls()).isEmpty();
    }
  }
}
