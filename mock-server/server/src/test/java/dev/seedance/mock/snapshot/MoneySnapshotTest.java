package dev.seedance.mock.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.HttpCalls.Answer;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.Rate;
import dev.seedance.mock.options.RateLimits;
import dev.seedance.mock.time.ClockSetting;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MoneySnapshotTest {

  private static final String ASSETS = "/v1/videos/doubao-seedance-2-0/private-avatar/";

  private static final MockOptions OPTIONS =
      MockOptions.builder()
          .clock(ClockSetting.FROZEN)
          .clockStart(Instant.parse("2026-01-01T00:00:00Z"))
          .rateLimits(new RateLimits(true, new Rate(6, 2), new Rate(60, 3)))
          .build();

  @Test
  void money_assets_and_rates_go_on_where_the_snapshot_was_taken() {
    try (var server = MockServer.start(OPTIONS);
        var other = MockServer.start(OPTIONS)) {
      var here = new HttpCalls(server.baseUrl());
      var there = new HttpCalls(other.baseUrl());
      String group =
          send(here, "POST", ASSETS + "groups", "{\"name\":\"Cast\"}").text("/data/group_id");
      String asset =
          send(
                  here,
                  "POST",
                  ASSETS + "assets",
                  "{\"group_id\":\"%s\",\"asset_type\":\"image\",\"source_url\":\"https://a.b/c\"}"
                      .formatted(group))
              .text("/data/asset_id");
      for (int i = 0; i < 2; i++) {
        here.submit("key", "{\"model\":\"seedance-2\",\"prompt\":\"[mock:content-rejected]\"}");
      }
      Answer saved = send(here, "GET", "/_mock/snapshot", "");
      assertThat(saved.json().at("/parts/account/refunds")).hasSize(2);

      Answer restored = send(there, "PUT", "/_mock/snapshot", saved.response().body());
      assertThat(restored.status()).isEqualTo(204);
      assertThat(send(there, "GET", "/v1/balance", "").body())
          .isEqualTo(send(here, "GET", "/v1/balance", "").body());
      assertThat(send(there, "GET", ASSETS + "assets/" + asset, "").text("/data/status"))
          .isEqualTo("processing");
      assertThat(there.submit("key", "{\"model\":\"seedance-2\",\"prompt\":\"x\"}").status())
          .isEqualTo(429);
    }
  }

  private static Answer send(HttpCalls calls, String method, String path, String body) {
    return send(calls, method, path, body.getBytes(StandardCharsets.UTF_8));
  }

  private static Answer send(HttpCalls calls, String method, String path, byte[] body) {
    return calls.send(
        calls
            .request(path)
            .header("Authorization", "Bearer key")
            .method(method, BodyPublishers.ofByteArray(body)));
  }
}
