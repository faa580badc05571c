package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.client.error.AssetFailedException;
import dev.seedance.client.error.TaskTimeoutException;
import dev.seedance.client.error.UnreadableResponseException;
import dev.seedance.client.model.AssetType;
import dev.seedance.client.model.AvatarAssetRequest;
import dev.seedance.client.model.Balance;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AssetsTest {

  private final ScriptedServer server = new ScriptedServer();
  private final FakeTime time = new FakeTime();
  private final SeedanceClient client = TestClient.of(server, time).build();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void makes_a_group_and_an_asset() {
    server.reply(
        Reply.json(200, "{\"success\":true,\"data\":{\"group_id\":\"pg_1\",\"name\":\"Cast\"}}"),
        asset("processing"));

    String group = client.assets().createGroup("Cast").getGroupId();
    var request =
        new AvatarAssetRequest()
            .groupId(group)
            .assetType(AssetType.IMAGE)
            .sourceUrl("https://media.example.com/mira.png");

    assertThat(client.assets().createAsset(request).getAssetUrl()).isEqualTo("asset://pa_1");
    assertThat(server.calls().get(1).body())
        .isEqualTo(
            "{\"group_id\":\"pg_1\",\"asset_type\":\"image\","
                + "\"source_url\":\"https://media.example.com/mira.png\"}");
  }

  @Test
  void waits_until_an_asset_is_active() {
    server.reply(
        asset("processing"), asset("novelty"), Reply.error(500, "c", "m"), asset("active"));

    assertThat(client.assets().awaitActive("pa_1").getStatus()).isEqualTo("active");
    assertThat(time.sleeps()).hasSize(3).allMatch(Duration.ofSeconds(10)::equals);
  }

  @Test
  void tells_that_an_asset_has_failed() {
    server.reply(asset("failed"));

    assertThatThrownBy(() -> client.assets().awaitActive("pa_1"))
        .isInstanceOf(AssetFailedException.class)
        .hasMessageStartingWith(
            "asset pa_1 has failed; check that https://media.example.com/m.png");
  }

  @Test
  void does_not_wait_for_ever() {
    server.thenAlways(asset("processing"));

    assertThatThrownBy(() -> client.assets().awaitActive("pa_1"))
        .isInstanceOf(TaskTimeoutException.class)
        .hasMessageStartingWith("asset pa_1 is processing after 600 s");
  }

  @Test
  void a_response_without_the_asset_is_not_taken_for_one() {
    server.thenAlways(Reply.json(200, "{\"success\":true,\"data\":{}}"));

    assertThatThrownBy(() -> client.assets().get("pa_1"))
        .isInstanceOf(UnreadableResponseException.class);
  }

  @Test
  void tells_both_balances() {
    server.reply(
        Reply.json(200, "{\"success\":true,\"remain_balance\":41.5,\"unlimited_quota\":false}"),
        Reply.json(200, "{\"success\":true,\"remain_balance\":160.25}"));

    Balance key = client.balance();
    Balance account = client.userBalance();

    assertThat(key.getRemainBalance()).isEqualTo(41.5);
    assertThat(account.getRemainBalance()).isEqualTo(160.25);
    assertThat(server.calls())
        .extracting(ScriptedServer.Call::path)
        .containsExactly("/v1/balance", "/v1/user/balance");
  }

  private static Reply asset(String status) {
    return Reply.json(
        200,
        """
        {"success":true,"message":"","data":{"asset_id":"pa_1","asset_url":"asset://pa_1",
         "group_id":"pg_1","asset_type":"image","source_url":"https://media.example.com/m.png",
         "status":"%s"}}"""
            .formatted(status));
  }
}
