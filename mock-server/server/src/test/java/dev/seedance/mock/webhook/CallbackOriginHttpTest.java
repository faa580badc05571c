package dev.seedance.mock.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import dev.seedance.spec.ApiSpec;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decision D21: a callback_url has the origin of the key's default receiver, from 2026-09 on. */
class CallbackOriginHttpTest {

  @RegisterExtension static final TestServer server = TestServer.with("--clock=frozen");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9000/other?a=b",
        "HTTP://127.0.0.1:9000",
        "http://127.0.0.1:9000/hook"
      })
  void path_and_query_may_differ(String url) {
    setDefault("http://127.0.0.1:9000/hook");
    assertThat(submit(url, ApiSpec.LATEST).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9001/hook",
        "https://127.0.0.1:9000/hook",
        "http://localhost:9000/hook",
        "http://127.0.0.1/hook"
      })
  void another_origin_is_400(String url) {
    setDefault("http://127.0.0.1:9000/hook");
    Response refused = submit(url, ApiSpec.LATEST);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/error/code")).isEqualTo("invalid_request");
    assertThat(refused.text("/error/param")).isEqualTo("callback_url");
    assertThat(refused.text("/error/message")).contains(url, "http://127.0.0.1:9000/hook");
    assertThat(server.get("/_mock/tasks").json().path("tasks")).isEmpty();
  }

  @Test
  void the_port_of_a_scheme_need_not_be_said() {
    setDefault("http://127.0.0.1:80/hook");
    assertThat(submit("http://127.0.0.1/other", ApiSpec.LATEST).status()).isEqualTo(200);
  }

  @Test
  void older_revisions_and_keys_without_a_default_take_any() {
    assertThat(submit("http://127.0.0.1:9001/hook", ApiSpec.LATEST).status()).isEqualTo(200);
    setDefault("http://127.0.0.1:9000/hook");
    assertThat(submit("http://127.0.0.1:9001/hook", "2026-06").status()).isEqualTo(200);
    assertThat(submit("http://127.0.0.1:9001/hook", "2026-08").status()).isEqualTo(200);
  }

  private static void setDefault(String url) {
    server.put("/_mock/webhooks", "{\"default_url\":\"" + url + "\"}");
  }

  private static Response submit(String callback, String revision) {
    return server.send(
        server
            .keyed("/v1/videos/generations")
            .header("X-Mock-Revision", revision)
            .POST(
                BodyPublishers.ofString(
                    """
                    {"model":"seedance-2","prompt":"x","callback_url":"%s"}"""
                        .formatted(callback))));
  }
}
