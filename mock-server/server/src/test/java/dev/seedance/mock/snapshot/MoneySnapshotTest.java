package dev.seedance.mock.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import org.junit.jupiter.api.Test;

class MoneySnapshotTest {

  private static final String ASSETS = "/v1/videos/doubao-seedance-2-0/private-avatar/";

  private static final String[] OPTIONS = {
    "--clock=frozen",
    "--clock-start=2026-01-01T00:00:00Z",
    "--rate-limits",
    "--submit-rate=6/2",
    "--query-rate=60/3"
  };

  @Test
  void money_assets_and_rates_continue_from_a_snapshot() {
    try (var here = TestServer.with(OPTIONS).start();
        var there = TestServer.with(OPTIONS).start()) {
      String group = here.post(ASSETS + "groups", "{\"name\":\"Cast\"}").text("/data/group_id");
      String asset =
          here.post(
                  ASSETS + "assets",
                  "{\"group_id\":\"%s\",\"asset_type\":\"image\",\"source_url\":\"https://a.b/c\"}"
                      .formatted(group))
              .text("/data/asset_id");
      for (int i = 0; i < 2; i++) {
        here.submit("{\"model\":\"seedance-2\",\"prompt\":\"[mock:content-rejected]\"}");
      }
      Response saved = here.get("/_mock/snapshot");
      assertThat(saved.json().at("/parts/account/refunds")).hasSize(2);

      Response restored = there.put("/_mock/snapshot", saved.body());
      assertThat(restored.status()).isEqualTo(204);
      assertThat(there.get("/v1/balance").body()).isEqualTo(here.get("/v1/balance").body());
      assertThat(there.get(ASSETS + "assets/" + asset).text("/data/status"))
          .isEqualTo("processing");
      assertThat(there.submit("{\"model\":\"seedance-2\",\"prompt\":\"x\"}").status())
          .isEqualTo(429);
    }
  }
}
